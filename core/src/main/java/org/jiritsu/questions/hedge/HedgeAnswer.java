package org.jiritsu.questions.hedge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiritsu.answer.Answer;
import org.jiritsu.answer.Finding;
import org.jiritsu.answer.Provenance;
import org.jiritsu.answer.Table;
import org.jiritsu.answer.Words;

/** What was solved as an answer. */
final class HedgeAnswer {
    private static final int SHOWN = 20;

    private final Words words;
    private final Inquiry inquiry;
    private final Solved solved;
    private final Naming names;

    HedgeAnswer(Words words, Inquiry inquiry, Solved solved) {
        this.words = words;
        this.inquiry = inquiry;
        this.solved = solved;
        this.names = new Naming(words, inquiry);
    }

    Answer of(HedgeQuestion.By by) {
        Tables tables = new Tables(names, solved, head());
        Table table = tables.of(by);
        List<Finding> found =
                new ArrayList<>(new Findings(names, solved, tables, by == HedgeQuestion.By.CRITERION).all());
        if (table.rows().isEmpty()) {
            found.add(Finding.limit(words.begin("limit.norows")));
        }
        return new Answer(
                words.begin("heading", "home", names.home()),
                table,
                found,
                new Pictures(names, solved, tables).all(),
                new Answer.Shown(
                        table.fields().stream()
                                .map(field -> field.name())
                                .filter(name -> !name.equals("hedge_prices") && !name.equals("hedge_drawn"))
                                .toList(),
                        Math.min(SHOWN, table.rows().size())),
                Provenance.of(inquiry.world().id()).seeded(inquiry.seed()));
    }

    private Table.Head head() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("budget_musd", inquiry.budget() * inquiry.usd());
        facts.put("futures", (long) solved.hedging().futures().size());
        facts.put("cells_asked", solved.hedging().losses().asked());
        facts.put("cells_simulated", solved.hedging().losses().simulated());
        facts.put("audit_violations", solved.audit().violations());
        facts.put("audit_largest_musd", solved.audit().largest() * inquiry.usd());
        return Table.Head.of(
                words,
                List.of(inquiry.world()),
                inquiry.code(),
                words.begin("title", "home", names.home(), "budget", names.money(inquiry.budget())),
                words.say("unit.musd"),
                words.say("method"),
                facts);
    }
}
