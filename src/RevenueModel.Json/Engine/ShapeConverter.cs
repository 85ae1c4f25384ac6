using System.Text.Json;
using System.Text.Json.Serialization;

namespace RevenueModel.Json;

/// <summary>Reads and writes a type in its JSON form, as a converter of System.Text.Json.</summary>
/// <typeparam name="T">The type.</typeparam>
internal sealed class ShapeConverter<T>(Shape<T> shape) : JsonConverter<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        shape.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        shape.Write(writer, value);
}
