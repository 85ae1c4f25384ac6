using System.Text.Json;
using System.Text.Json.Nodes;
using RevenueModel.Primitives;

namespace RevenueModel.Json;

/// <summary>A list as an array.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class ListShape<T>(Shape<T> item, int least = 0) : Shape<ValueList<T>>
{
    /// <inheritdoc/>
    public override ValueList<T> Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Tokens.Unexpected(ref reader, "an array");
        }

        var items = new List<T>();
        while (true)
        {
            try
            {
                Tokens.Next(ref reader);
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    return items.ToValueList();
                }

                items.Add(item.Read(ref reader));
            }
            catch (JsonException error)
            {
                throw ShapeException.Of(error).Within(items.Count);
            }
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ValueList<T> value)
    {
        writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
        {
            try
            {
                item.Write(writer, value[i]);
            }
            catch (ShapeException error)
            {
                throw error.Within(i);
            }
        }

        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public override bool AreAlike(ValueList<T> one, ValueList<T> other)
    {
        bool areAlike = one.Count == other.Count;
        for (int i = 0; areAlike && i < one.Count; i++)
        {
            areAlike = item.AreAlike(one[i], other[i]);
        }

        return areAlike;
    }

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema)
    {
        var description = new JsonObject { ["type"] = "array", ["items"] = item.Describe(schema) };
        if (least > 0)
        {
            description["minItems"] = least;
        }

        return description;
    }
}
