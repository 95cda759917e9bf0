package org.cabildo.host;

import java.util.Hashtable;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import org.springframework.stereotype.Component;

/** Asks the DNS, and waits a few seconds at most. Never inside a transaction. */
@Component
class NameServer {

    private static final String PATIENCE = "1500"; // milliseconds for the first answer; doubled at each try
    private static final String TRIES = "2";
    private final HostSettings settings;

    NameServer(HostSettings settings) {
        this.settings = settings;
    }

    /** No name server answered, or none that knows. */
    static final class Silent extends Exception {

        private static final long serialVersionUID = 1;

        Silent(NamingException cause) {
            super("The DNS did not answer", cause);
        }
    }

    /** What the TXT records of a name say; none if there are none. */
    @SuppressWarnings("BanJNDI") // the DNS alone is asked, and its answers are text, never objects
    Set<String> texts(String name) throws Silent {
        try {
            var context = new InitialDirContext(surroundings());
            try {
                var found = context.getAttributes(name, new String[] {"TXT"}).get("TXT");
                var texts = new LinkedHashSet<String>();
                for (int i = 0; found != null && i < found.size(); i++) {
                    texts.add(unquoted(String.valueOf(found.get(i))));
                }
                return texts;
            } finally {
                context.close();
            }
        } catch (NameNotFoundException nobodyHasIt) {
            return Set.of();
        } catch (NamingException silence) {
            throw new Silent(silence);
        }
    }

    @SuppressWarnings("JdkObsolete") // JNDI takes nothing else
    private Hashtable<String, String> surroundings() {
        var words = new Hashtable<String, String>();
        words.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        words.put(Context.PROVIDER_URL, settings.dns());
        words.put("com.sun.jndi.dns.timeout.initial", PATIENCE);
        words.put("com.sun.jndi.dns.timeout.retries", TRIES);
        return words;
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
