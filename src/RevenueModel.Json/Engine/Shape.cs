using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RevenueModel.Json;

/// <summary>The JSON form of a type: how it is read, written and described.</summary>
internal abstract class Shape
{
    /// <summary>Gets the type whose form this is.</summary>
    public abstract Type Type { get; }

    /// <summary>Returns a converter of System.Text.Json that uses this form.</summary>
    public abstract JsonConverter ToConverter();

    /// <summary>Returns the metadata of System.Text.Json that uses this form.</summary>
    public abstract JsonTypeInfo ToTypeInfo(JsonSerializerOptions options);

    /// <summary>Returns the JSON Schema of a value.</summary>
    public abstract JsonNode Describe(SchemaBuilder schema);
}

/// <summary>The JSON form of a type: how it is read, written and described.</summary>
/// <typeparam name="T">The type.</typeparam>
internal abstract class Shape<T> : Shape
{
    /// <inheritdoc/>
    public override Type Type => typeof(T);

    /// <summary>Reads a value; the reader is at its first token and stays at its last.</summary>
    /// <exception cref="JsonException">The text has another form.</exception>
    public abstract T Read(ref Utf8JsonReader reader);

    /// <summary>Writes a value.</summary>
    /// <exception cref="JsonException">The value cannot be written so that it can be read back.</exception>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Returns whether two values are written alike, to the last digit.</summary>
    public virtual bool AreAlike(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);

    /// <inheritdoc/>
    public override JsonConverter ToConverter() => new ShapeConverter<T>(this);

    /// <inheritdoc/>
    public override JsonTypeInfo ToTypeInfo(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateValueInfo<T>(options, new ShapeConverter<T>(this));
}
