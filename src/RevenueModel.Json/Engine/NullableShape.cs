using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevenueModel.Json;

/// <summary>A value that may be null.</summary>
/// <typeparam name="T">The type.</typeparam>
internal sealed class NullableShape<T>(Shape<T> shape) : Shape<T?>
    where T : struct
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : shape.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is { } given)
        {
            shape.Write(writer, given);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <inheritdoc/>
    public override bool AreAlike(T? one, T? other) => one is { } first && other is { } second
        ? shape.AreAlike(first, second)
        : one is null && other is null;

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) => SchemaBuilder.OrNull(shape.Describe(schema));
}

/// <summary>A text that may be null.</summary>
internal sealed class NullableTextShape(Shape<string> shape) : Shape<string?>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : shape.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            shape.Write(writer, value);
        }
    }

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) => SchemaBuilder.OrNull(shape.Describe(schema));
}
