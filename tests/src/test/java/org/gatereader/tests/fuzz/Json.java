package org.gatereader.tests.fuzz;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.upokecenter.cbor.CBORObject;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/** JSON as a library reads and writes it that is not ours. */
final class Json {
    private Json() {}

    static Map<String, Object> object(String text) {
        try {
            return JSONObjectUtils.parse(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static List<Object> array(String text) {
        try {
            return JSONArrayUtils.parse(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Numbers and members compare by value, whatever their form and order. */
    static CBORObject comparable(String text) {
        return CBORObject.FromJSONString(text);
    }

    static CBORObject comparable(Map<String, Object> object) {
        return comparable(JSONObjectUtils.toJSONString(object));
    }
}
