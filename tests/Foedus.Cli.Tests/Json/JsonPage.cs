using System.Text;
using System.Text.Json;

namespace Foedus.Cli.Tests.Json;

/// <summary>A schema as a page for people.</summary>
internal static class JsonPage
{
    public static string Of(string verb, JsonSchema schema)
    {
        var page = new StringBuilder();
        page.Append("# foedus ").Append(verb).Append(" --json\n\n");
        page.Append(schema.Root.GetProperty("description").GetString()).Append("\n\n");
        page.Append("The schema is [").Append(verb).Append(".schema.json](").Append(verb).Append(".schema.json); the verb is described in [")
            .Append(verb).Append("](../commands/").Append(verb).Append(".md). A field that may be missing is marked so. Everything is UTF-8.\n\n");
        page.Append("| field | type | meaning |\n|---|---|---|\n");
        Fields(page, schema, schema.Root, "", []);
        return page.ToString();
    }

    private static void Fields(StringBuilder page, JsonSchema schema, JsonElement of, string at, List<string> within)
    {
        var required = of.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()!).ToHashSet(StringComparer.Ordinal) : [];
        foreach (var property in of.GetProperty("properties").EnumerateObject())
        {
            var value = schema.Resolve(property.Value);
            var isList = value.TryGetProperty("items", out var items);
            var inner = isList ? schema.Resolve(items) : value;
            var path = at + property.Name + (isList ? "[]" : "");
            page.Append("| `").Append(path).Append("` | ").Append(TypeOf(inner)).Append(required.Contains(property.Name) ? "" : ", may be missing").Append(" | ").Append(Meaning(property.Value, value)).Append(" |\n");
            if (!inner.TryGetProperty("properties", out _)) continue;
            var shape = inner.GetRawText();
            if (within.Contains(shape)) continue;
            Fields(page, schema, inner, path + ".", [.. within, shape]);
        }
    }

    private static string Meaning(JsonElement given, JsonElement resolved)
    {
        var text = given.TryGetProperty("description", out var own) ? own.GetString()! : resolved.TryGetProperty("description", out var shared) ? shared.GetString()! : "";
        if (resolved.TryGetProperty("enum", out var values)) text += " One of " + string.Join(", ", values.EnumerateArray().Select(v => "`" + v + "`").Where(v => v != "``")) + ".";
        if (resolved.TryGetProperty("const", out var constant)) text += " Always `" + constant + "`.";
        return text;
    }

    private static string TypeOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type)) return schema.TryGetProperty("const", out var constant) && constant.ValueKind == JsonValueKind.Number ? "integer" : "string";
        return type.ValueKind == JsonValueKind.Array ? string.Join(" or ", type.EnumerateArray().Select(t => t.GetString())) : type.GetString()!;
    }
}
