using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevenueModel.Json;

/// <summary>Writes a JSON Schema from forms; each record is defined once.</summary>
internal sealed class SchemaBuilder
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // patterns stay readable; the text is no HTML
        Indented = true,
        NewLine = "\n",
    };

    private readonly SortedDictionary<string, JsonNode?> _definitions = new(StringComparer.Ordinal);

    /// <summary>Returns the schema of a file of a type.</summary>
    /// <param name="shape">The form of the type.</param>
    /// <param name="title">The title of the schema.</param>
    public static JsonObject Of(Shape shape, string title)
    {
        var builder = new SchemaBuilder();
        JsonNode root = shape.Describe(builder);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = title,
        };
        foreach ((string keyword, JsonNode? value) in root.AsObject())
        {
            schema[keyword] = value?.DeepClone();
        }

        var definitions = new JsonObject();
        foreach ((string name, JsonNode? definition) in builder._definitions)
        {
            definitions[name] = definition;
        }

        schema["$defs"] = definitions;
        return schema;
    }

    /// <summary>Returns the text of a schema.</summary>
    public static string Write(JsonObject schema)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            schema.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>Returns a reference to the definition of a record, and defines it the first time.</summary>
    public JsonNode Define(string name, Func<JsonNode> describe)
    {
        if (!_definitions.ContainsKey(name))
        {
            _definitions[name] = null; // a record that contains itself refers to the definition
            _definitions[name] = describe();
        }

        return new JsonObject { ["$ref"] = "#/$defs/" + name };
    }

    /// <summary>Returns a schema that also accepts null.</summary>
    public static JsonNode OrNull(JsonNode schema) =>
        new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
}
