package org.gatereader.demo.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The recipes of all cases by the name of the case. */
public final class Recipes {
    private static final Map<String, Recipe> ALL = collect();

    private Recipes() {}

    /**
     * The recipe of this case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Recipe of(DemoCase demoCase) {
        var recipe = ALL.get(demoCase.name());
        if (recipe == null) {
            throw new IllegalArgumentException("no recipe for the case " + demoCase.name());
        }
        return recipe;
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    private static Map<String, Recipe> collect() {
        var all = new LinkedHashMap<String, Recipe>();
        all.putAll(GoodRecipes.all());
        all.putAll(ForeignRecipes.all());
        all.putAll(EncodingRecipes.all());
        all.putAll(ShapeRecipes.all());
        all.putAll(HolderRecipes.all());
        all.putAll(TrustRecipes.all());
        all.putAll(CurrencyRecipes.all());
        all.putAll(PolicyRecipes.all());
        all.putAll(P2Recipes.all());
        all.putAll(TapRecipes.all());
        return all;
    }
}
