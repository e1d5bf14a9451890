package org.gatereader.tests.thirdparty;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDObjectBuilder;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.gatereader.tests.Checkout;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * One case of the SD-JWT test suite: what the issuer claims, which of it can be withheld ({@code
 * !sd}), and what the holder discloses. Disclosures and digests are made by authlete's library.
 */
final class SdJwtCase {
    private static final Tag SELECTIVE = new Tag("!sd");

    private final Random salts = new Random(9901);
    private final List<Disclosure> disclosed = new ArrayList<>();
    private final MappingNode specification;
    private final boolean hasDecoys;

    SdJwtCase(Path file) {
        specification = (MappingNode) new Yaml().compose(new StringReader(Checkout.read(file)));
        hasDecoys = Boolean.TRUE.equals(member("add_decoy_claims").orElse(null));
    }

    /** A member of the specification as plain data, without its tags. */
    Optional<Object> member(String name) {
        return node(name).map(SdJwtCase::plain);
    }

    /** What the issuer signs; fills {@link #disclosed()}. */
    Map<String, Object> payload() {
        var holder = member("holder_disclosed_claims").orElse(Map.of());
        var claims = (MappingNode) node("user_claims").orElseThrow();
        var builder = object(claims, holder);
        builder.putClaim("iss", "https://example.com/issuer");
        builder.putClaim("iat", 1_683_000_000L);
        builder.putClaim("exp", 1_883_000_000L);
        return builder.build(true);
    }

    /** The disclosures that the holder sends. */
    List<Disclosure> disclosed() {
        return disclosed;
    }

    private Optional<Node> node(String name) {
        return specification.getValue().stream()
                .filter(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue().equals(name))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    /**
     * @param selection what of this object the holder discloses: a name that is there and not false
     */
    private SDObjectBuilder object(MappingNode node, @Nullable Object selection) {
        var selected = selection instanceof Map<?, ?> map ? map : Map.of();
        var builder = new SDObjectBuilder();
        for (NodeTuple tuple : node.getValue()) {
            String name = ((ScalarNode) tuple.getKeyNode()).getValue();
            Object value = issued(tuple.getValueNode(), selected.get(name));
            if (tuple.getKeyNode().getTag().equals(SELECTIVE)) {
                var disclosure = builder.putSDClaim(salt(), name, value);
                boolean isNamed = selected.containsKey(name);
                disclose(disclosure, isNamed && !Boolean.FALSE.equals(selected.get(name)));
            } else {
                builder.putClaim(name, value);
            }
        }
        if (hasDecoys) {
            builder.putDecoyDigest();
        }
        return builder;
    }

    /**
     * @param selection what of this array the holder discloses: a place at which there is something
     *     that is neither null nor false
     */
    private List<Object> array(SequenceNode node, @Nullable Object selection) {
        var selected = selection instanceof List<?> list ? list : List.of();
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < node.getValue().size(); i++) {
            Node element = node.getValue().get(i);
            Object choice = i < selected.size() ? selected.get(i) : null;
            Object value = issued(element, choice);
            if (element.getTag().equals(SELECTIVE)) {
                var disclosure = new Disclosure(salt(), null, value);
                disclose(disclosure, choice != null && !choice.equals(false));
                elements.add(disclosure.toArrayElement());
            } else {
                elements.add(value);
            }
        }
        return elements;
    }

    private @Nullable Object issued(Node node, @Nullable Object selection) {
        return switch (node) {
            case MappingNode mapping -> object(mapping, selection).build();
            case SequenceNode sequence -> array(sequence, selection);
            default -> plain(node);
        };
    }

    private void disclose(Disclosure disclosure, boolean isChosen) {
        if (isChosen) {
            disclosed.add(disclosure);
        }
    }

    private String salt() {
        byte[] salt = new byte[16];
        salts.nextBytes(salt);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
    }

    private static @Nullable Object plain(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (NodeTuple tuple : mapping.getValue()) {
                    String name = ((ScalarNode) tuple.getKeyNode()).getValue();
                    map.put(name, plain(tuple.getValueNode()));
                }
                yield map;
            }
            case SequenceNode sequence -> {
                List<@Nullable Object> list = new ArrayList<>();
                sequence.getValue().forEach(element -> list.add(plain(element)));
                yield list;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new AssertionError(node.getNodeId().name());
        };
    }

    /** A tag of their own hides of which type it is; a date stays the text that it is. */
    private static @Nullable Object scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getScalarStyle() != ScalarStyle.PLAIN) {
            return text;
        }
        Tag type = new Resolver().resolve(NodeId.scalar, text, true);
        if (type.equals(Tag.NULL)) {
            return null;
        }
        if (type.equals(Tag.INT)) {
            return Long.valueOf(text);
        }
        if (type.equals(Tag.FLOAT)) {
            return Double.valueOf(text);
        }
        return type.equals(Tag.BOOL) ? Boolean.valueOf(text) : text;
    }
}
