package org.jiritsu.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiritsu.answer.Language;
import org.jiritsu.answer.Words;
import org.jiritsu.ask.Arguments;
import org.jiritsu.ask.Catalogue;
import org.jiritsu.ask.Common;
import org.jiritsu.ask.Given;
import org.jiritsu.ask.Param;
import org.jiritsu.ask.Question;
import org.jiritsu.ask.Session;
import org.jiritsu.ask.Spec;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A question as a command: its options and its help are those of its {@link Spec}. */
final class QuestionCommand implements Callable<Integer> {
    private final Question question;
    private final Spec spec;
    private final Output output = new Output();
    private final LanguageOption language = new LanguageOption();
    private final Map<Param<?>, ArgSpec> args = new LinkedHashMap<>();

    private QuestionCommand(Question question) {
        this.question = question;
        this.spec = question.spec();
    }

    /** The command of a question, ready to be a subcommand. */
    static CommandLine of(Question question) {
        QuestionCommand command = new QuestionCommand(question);
        return new CommandLine(command.described());
    }

    private CommandSpec described() {
        Words words = Catalogue.words(question, Language.EN);
        CommandSpec command = CommandSpec.wrapWithoutInspection(this).name(spec.name());
        command.mixinStandardHelpOptions(true);
        command.usageMessage()
                .description(escaped(words.say("about")), "Definitions: %s.".formatted(spec.methodsPage()))
                .sortOptions(false)
                .footerHeading("%nExamples:%n")
                .footer(spec.examples().stream()
                        .map(example -> "  jiritsu "
                                + Stream.concat(Stream.of(spec.name()), example.stream())
                                        .collect(Collectors.joining(" ")))
                        .map(QuestionCommand::escaped)
                        .toArray(String[]::new));
        int position = 0;
        for (Param<?> param : spec.all()) {
            if (param == Common.TOP) {
                continue; // which every command takes, also those that are no questions
            }
            ArgSpec arg = param.shape().isPositional() ? positional(param, position++, words) : option(param, words);
            args.put(param, arg);
            command.add(arg);
        }
        command.addMixin("language", CommandSpec.forAnnotatedObject(language));
        command.addMixin("output", CommandSpec.forAnnotatedObject(output));
        return command;
    }

    private static ArgSpec option(Param<?> param, Words words) {
        OptionSpec.Builder option = OptionSpec.builder("--" + param.name()).description(help(param, words));
        return switch (param.shape()) {
            case FLAG -> option.type(boolean.class).arity("0").build();
            case LIST, MANY ->
                option.type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1")
                        .paramLabel(param.placeholder())
                        .build();
            default -> option.type(String.class).paramLabel(param.placeholder()).build();
        };
    }

    private static ArgSpec positional(Param<?> param, int position, Words words) {
        PositionalParamSpec.Builder positional =
                PositionalParamSpec.builder().paramLabel(param.placeholder()).description(help(param, words));
        return switch (param.shape()) {
            case POSITIONAL ->
                positional.index("" + position).arity("1").type(String.class).build();
            case POSITIONAL_MAYBE ->
                positional.index("" + position).arity("0..1").type(String.class).build();
            default ->
                positional
                        .index(position + "..*")
                        .arity("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .build();
        };
    }

    private static String help(Param<?> param, Words words) {
        String usual = param.usual().map(text -> " (default: " + text + ")").orElse("");
        return escaped(words.say("param." + param.name()) + usual);
    }

    /** Picocli formats what it prints. */
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    @Override
    public Integer call() throws IOException {
        output.require();
        Arguments asked = Arguments.of(spec, given());
        Session session = Places.session().in(language.language()).toldTo(Progress::at);
        output.give(session.plan(question, asked).answer().get());
        return 0;
    }

    private Map<String, List<Given>> given() {
        Map<String, List<Given>> given = new LinkedHashMap<>();
        args.forEach((param, arg) -> {
            List<String> texts = param.shape() == Param.Shape.FLAG
                    ? arg.<Object>getValue() instanceof Boolean set && set ? List.of("true") : List.of()
                    : texts(arg.getValue());
            if (!texts.isEmpty()) {
                given.put(param.name(), texts.stream().map(Given::option).toList());
            }
        });
        output.top().ifPresent(top -> given.put(Common.TOP.name(), List.of(Given.option("" + top))));
        return given;
    }

    private static List<String> texts(Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> all -> {
                List<String> texts = new ArrayList<>();
                all.forEach(each -> texts.add(each.toString()));
                yield texts;
            }
            default -> List.of(value.toString());
        };
    }
}
