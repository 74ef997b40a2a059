package org.jiritsu.app;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jiritsu.app.http.HttpServer;
import org.jiritsu.app.http.Limits;
import org.jiritsu.ask.Catalogue;
import org.jiritsu.base.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Open the workbench and the API (docs/api.md) for this machine, or with a token for others.",
            "Ends with Ctrl-C; runs that were at work are then marked as broken."
        })
final class ServeCommand implements Callable<Integer> {
    private static final int TOKEN_BYTES = 16;

    private final Catalogue catalogue;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "default: 8080; 0 for any that is free")
    private int port = 8080;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "where to listen (default: 127.0.0.1, which no other machine can reach)")
    private String address = "127.0.0.1";

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "what callers must know; made up and printed if another machine can reach the address")
    private Optional<String> token = Optional.empty();

    @Option(names = "--open", description = "open the workbench in the browser")
    private boolean open;

    ServeCommand(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        requirePossible();
        boolean loopback = isLoopback();
        Optional<String> asked = loopback ? token : token.or(() -> Optional.of(newToken()));
        try (HttpServer server = start(asked)) {
            String url = "http://" + host() + ":" + server.port() + "/"
                    + asked.map(t -> "?token=" + t).orElse("");
            if (!loopback) {
                System.err.println("Other machines can reach this address, by this machine's name, and whoever "
                        + "knows the token may ask. Nothing is encrypted: use it in a network you trust.");
            }
            System.out.println("Jiritsu: " + url);
            server.warm();
            if (open) {
                Browser.open(url);
            }
            CountDownLatch until = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            until.await();
        }
        return 0;
    }

    private void requirePossible() {
        if (port < 0 || port > 65535) {
            throw InputException.use("This is no port", "0 to 65535", Integer.toString(port), "you meant 8080.");
        }
        if (token.isPresent() && !token.get().matches("[A-Za-z0-9._~-]{8,128}")) {
            throw InputException.use(
                    "This token cannot be used",
                    "8 to 128 letters, digits, '.', '_', '~' or '-'",
                    token.get(),
                    "leave it out: one is made up where it is needed.");
        }
    }

    /** As a browser on this machine can ask for it. */
    private String host() throws UnknownHostException {
        return InetAddress.getByName(address).isAnyLocalAddress()
                ? "localhost"
                : address.contains(":") ? "[" + address + "]" : address;
    }

    private boolean isLoopback() {
        try {
            return HttpServer.isLoopback(address);
        } catch (UnknownHostException e) {
            throw InputException.use(
                    "This address is not known",
                    "an address of this machine, such as 127.0.0.1 or 0.0.0.0",
                    address,
                    "it is misspelt.");
        }
    }

    private HttpServer start(Optional<String> asked) throws IOException {
        HttpServer.Ground ground = new HttpServer.Ground(
                Places.root(),
                Places.home().resolve("runs"),
                Places.session(),
                catalogue,
                Failures::problem,
                Main.Version.number(),
                Limits.USUAL);
        try {
            return new HttpServer(ground, address, port, asked);
        } catch (IOException e) {
            if (e instanceof BindException || e.getCause() instanceof BindException) {
                throw InputException.use(
                        "This port cannot be listened on",
                        "a free port, and an address of this machine",
                        address + ":" + port,
                        "another Jiritsu is running: try '--port 8081', or '--port 0' for any.");
            }
            throw e;
        }
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
