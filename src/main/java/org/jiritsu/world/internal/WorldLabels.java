package org.jiritsu.world.internal;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jiritsu.world.About;
import org.jiritsu.world.Economy;
import org.jiritsu.world.FinalUse;
import org.jiritsu.world.InputException;
import org.jiritsu.world.Sector;
import org.jiritsu.world.World;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything of a world but its numbers, as it stands in {@code world.json}. */
public record WorldLabels(About about, List<Economy> economies, List<Sector> sectors, List<FinalUse> finalUses) {
    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
    }

    public static WorldLabels of(World world) {
        return new WorldLabels(world.about(), world.economies(), world.sectors(), world.finalUses());
    }

    public String toJson() {
        return mapper().writeValueAsString(this) + "\n";
    }

    static WorldLabels parse(InputStream json, Path file) {
        try {
            return mapper().readValue(json, WorldLabels.class);
        } catch (JacksonException e) {
            throw InputException.data(
                    file + ": the labels in world.json cannot be read",
                    "about, economies, sectors and finalUses",
                    e.getOriginalMessage(),
                    "the file was written by another version: import the table again.");
        }
    }
}
