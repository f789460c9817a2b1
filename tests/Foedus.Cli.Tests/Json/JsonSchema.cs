using System.Text.Json;

namespace Foedus.Cli.Tests.Json;

/// <summary>As much of JSON Schema (draft 2020-12) as the schemas of the command use.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly string[] Known =
        ["$schema", "$defs", "$ref", "title", "description", "type", "properties", "required", "additionalProperties", "items", "enum", "const"];

    /// <summary>The schema itself.</summary>
    public JsonElement Root => root;

    public static JsonSchema Read(string path) => new(JsonDocument.Parse(File.ReadAllText(path)).RootElement.Clone());

    /// <summary>What is wrong with a value: a line each, with its place.</summary>
    public List<string> Problems(JsonElement value)
    {
        var problems = new List<string>();
        Check(root, value, "$", problems);
        return problems;
    }

    /// <summary>The schema to which a reference leads.</summary>
    public JsonElement Resolve(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference) ? root.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]) : schema;

    private void Check(JsonElement given, JsonElement value, string at, List<string> problems)
    {
        var schema = Resolve(given);
        foreach (var word in schema.EnumerateObject())
        {
            if (!Known.Contains(word.Name, StringComparer.Ordinal)) problems.Add($"{at}: the schema says {word.Name}, which is not known here");
        }

        if (schema.TryGetProperty("type", out var type) && !Types(type).Contains(TypeOf(value), StringComparer.Ordinal))
        {
            problems.Add($"{at}: {TypeOf(value)} instead of {type}");
            return;
        }

        if (schema.TryGetProperty("const", out var constant) && constant.GetRawText() != value.GetRawText()) problems.Add($"{at}: {value} instead of {constant}");
        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(a => a.GetRawText() == value.GetRawText())) problems.Add($"{at}: {value} is none of {allowed}");
        if (value.ValueKind == JsonValueKind.Object) Properties(schema, value, at, problems);
        if (value.ValueKind != JsonValueKind.Array || !schema.TryGetProperty("items", out var items)) return;
        var index = 0;
        foreach (var item in value.EnumerateArray()) Check(items, item, $"{at}[{index++}]", problems);
    }

    private void Properties(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        foreach (var name in schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(r => r.GetString()!) : [])
        {
            if (!value.TryGetProperty(name, out _)) problems.Add($"{at}: {name} is missing");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (!seen.Add(property.Name)) problems.Add($"{at}: {property.Name} stands there twice");
            if (schema.GetProperty("properties").TryGetProperty(property.Name, out var of)) Check(of, property.Value, $"{at}.{property.Name}", problems);
            else if (schema.TryGetProperty("additionalProperties", out var more) && !more.GetBoolean()) problems.Add($"{at}: {property.Name} is not in the schema");
        }
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
