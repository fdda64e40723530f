package hilft.forum.similar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which words of a dictionary a German word may be a form of; guesses that a dictionary must confirm. */
final class GermanForms {

    /** Verbs split these off: {@code ich melde mich an} is a form of {@code anmelden}. */
    static final List<String> PARTICLES = List.of(
            "herunter",
            "zusammen",
            "hinunter",
            "zurück",
            "zurueck",
            "zuruck",
            "wieder",
            "weiter",
            "runter",
            "herum",
            "heraus",
            "hinaus",
            "hinein",
            "herein",
            "durch",
            "statt",
            "bereit",
            "hoch",
            "fest",
            "frei",
            "fern",
            "nach",
            "raus",
            "rein",
            "teil",
            "über",
            "unter",
            "los",
            "weg",
            "vor",
            "auf",
            "aus",
            "ein",
            "mit",
            "bei",
            "dar",
            "her",
            "hin",
            "ab",
            "an",
            "um",
            "zu");

    private static final int SHORTEST_STEM = 3;

    /** An ending and what stands there in a dictionary, the likelier first. */
    private record Ending(String is, String becomes) {}

    private static final List<Ending> ENDINGS = List.of(
            new Ending("e", ""),
            new Ending("en", ""),
            new Ending("n", ""),
            new Ending("es", ""),
            new Ending("s", ""),
            new Ending("er", ""),
            new Ending("em", ""),
            new Ending("ern", ""),
            new Ending("e", "en"),
            new Ending("st", "en"),
            new Ending("t", "en"),
            new Ending("est", "en"),
            new Ending("et", "en"),
            new Ending("te", "en"),
            new Ending("ten", "en"),
            new Ending("test", "en"),
            new Ending("tet", "en"),
            new Ending("ete", "en"),
            new Ending("eten", "en"),
            new Ending("t", "n"),
            new Ending("st", "n"),
            new Ending("te", "n"),
            new Ending("ten", "n"),
            new Ending("le", "eln"),
            new Ending("re", "ern"),
            new Ending("", "en"),
            new Ending("", "e"),
            new Ending("er", "e"),
            new Ending("es", "e"),
            new Ending("em", "e"),
            new Ending("end", "en"),
            new Ending("ende", "en"),
            new Ending("enden", "en"),
            new Ending("ender", "en"),
            new Ending("endes", "en"),
            new Ending("ere", ""),
            new Ending("eren", ""),
            new Ending("erer", ""),
            new Ending("eres", ""),
            new Ending("ste", ""),
            new Ending("sten", ""),
            new Ending("ster", ""),
            new Ending("stes", ""),
            new Ending("este", ""),
            new Ending("esten", ""),
            new Ending("stens", ""),
            new Ending("in", ""),
            new Ending("innen", ""),
            new Ending("in", "e"),
            new Ending("innen", "e"),
            new Ending("nen", ""),
            new Ending("nisse", "nis"),
            new Ending("nissen", "nis"));

    private static final List<String> ADJECTIVE_ENDINGS = List.of("", "e", "en", "er", "es", "em");
    private static final List<String> PARTICIPLE_ENDINGS = List.of("t", "et", "en");

    private GermanForms() {}

    /** The word itself first, then what it may be a form of, the likeliest first; lower case in, lower case out. */
    static List<String> bases(String word) {
        Set<String> bases = new LinkedHashSet<>();
        bases.add(word);
        for (Ending ending : ENDINGS) {
            if (word.endsWith(ending.is()) && word.length() - ending.is().length() >= SHORTEST_STEM) {
                bases.add(stem(word, ending.is()) + ending.becomes());
            }
        }
        addParticiples("", word, bases);
        for (String particle : PARTICLES) {
            if (word.startsWith(particle) && word.length() >= particle.length() + 4) {
                String rest = word.substring(particle.length());
                addParticiples(particle, rest, bases);
                if (rest.startsWith("zu")) {
                    bases.add(particle + rest.substring(2));
                }
            }
        }
        return new ArrayList<>(bases);
    }

    /** {@code gekündigt}, {@code ausgefallene}: the form with ge, of a verb with or without a particle. */
    private static void addParticiples(String particle, String word, Set<String> bases) {
        if (!word.startsWith("ge") || word.length() < 6) {
            return;
        }
        String form = word.substring(2);
        for (String adjective : ADJECTIVE_ENDINGS) {
            if (!form.endsWith(adjective)) {
                continue;
            }
            String participle = stem(form, adjective);
            for (String ending : PARTICIPLE_ENDINGS) {
                if (participle.endsWith(ending) && participle.length() - ending.length() >= 2) {
                    bases.add(particle + stem(participle, ending) + "en");
                    bases.add(particle + stem(participle, ending) + "n");
                }
            }
        }
    }

    /** What a verb is called that stands without its particle: {@code melde} and {@code an} make {@code anmelden}. */
    static List<String> withParticle(String verb, String particle) {
        List<String> verbs = new ArrayList<>();
        for (String base : bases(verb)) {
            if (base.endsWith("n")) {
                verbs.add(particle + base);
            }
        }
        return verbs;
    }

    private static String stem(String word, String ending) {
        return word.substring(0, word.length() - ending.length());
    }

    /** One spelling for {@code ü}, {@code ue} and {@code u}, for {@code ß} and {@code ss}. */
    static String folded(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            switch (letter) {
                case 'ä' -> folded.append('a');
                case 'ö' -> folded.append('o');
                case 'ü' -> folded.append('u');
                case 'ß' -> folded.append("ss");
                case 'e' -> {
                    if (!isUmlautWithE(word, i)) {
                        folded.append(letter);
                    }
                }
                default -> folded.append(letter);
            }
        }
        return folded.toString();
    }

    /** As in {@code fuer}, but not in {@code neue} or {@code Quelle}. */
    private static boolean isUmlautWithE(String word, int e) {
        if (e == 0) {
            return false;
        }
        char before = word.charAt(e - 1);
        if (before == 'a' || before == 'o') {
            return true;
        }
        return before == 'u' && (e < 2 || "aeqäu".indexOf(word.charAt(e - 2)) < 0);
    }
}
