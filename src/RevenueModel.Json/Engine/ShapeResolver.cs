using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RevenueModel.Json;

/// <summary>Gives System.Text.Json the metadata of the types that have a form, without reflection.</summary>
internal sealed class ShapeResolver : IJsonTypeInfoResolver
{
    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        AllShapes.Table.Find(type)?.ToTypeInfo(options);
}
