package org.jiritsu.questions.standing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jiritsu.base.InputException;
import org.jiritsu.base.NearestWord;

/**
 * A partner with what it promises, or with one promise of several: a guarantor who also sets tariffs may be two players.
 *
 * @param states what it does if it stands by
 * @param whole whether these are all its promises
 */
public record Player(String partner, Set<State> states, boolean whole) {
    /**
     * Reads {@code USA}, or {@code USA:sells+spare}.
     *
     * @param code gives the code of an economy
     * @param usual the states of a partner of which none are said
     * @throws InputException if economy or state is unknown
     */
    public static Player read(String text, UnaryOperator<String> code, Set<State> usual) {
        String[] parts = text.split(":", 2);
        String partner = code.apply(parts[0]);
        return parts.length == 1
                ? new Player(partner, usual, true)
                : new Player(
                        partner,
                        Arrays.stream(parts[1].split("\\+", -1))
                                .map(Player::state)
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(State.class))),
                        false);
    }

    private static State state(String text) {
        int at = State.keys().indexOf(text.strip().toLowerCase(java.util.Locale.ROOT));
        if (at < 0) {
            throw InputException.use(
                    "A partner cannot stand by like this",
                    "PARTNER:STATE+STATE with states among " + String.join(", ", State.keys()),
                    text,
                    "you meant " + NearestWord.of(text.strip(), State.keys()).orElse("sells") + ".");
        }
        return State.values()[at];
    }

    /** Its own for each player of a game. */
    public String name() {
        return whole
                ? partner
                : partner + ":"
                        + String.join("+", states.stream().map(State::key).toList());
    }

    public boolean does(State state) {
        return states.contains(state);
    }

    /** Whether a partner does something when some of the players stand by; what no player promises is not in question. */
    static boolean does(String partner, State state, List<Player> players, List<Player> standing, boolean otherwise) {
        boolean asked = players.stream().anyMatch(p -> p.partner().equals(partner) && p.does(state));
        return asked ? standing.stream().anyMatch(p -> p.partner().equals(partner) && p.does(state)) : otherwise;
    }
}
