using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevenueModel.Json;

/// <summary>The form that a table has of a type. It is looked up when it is used, since records contain each
/// other.</summary>
/// <typeparam name="T">The type.</typeparam>
internal sealed class TableShape<T>(ShapeTable table) : Shape<T>
{
    private Shape<T>? _shape;

    private Shape<T> Shape => _shape ??= table.Find<T>();

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader) => Shape.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value) => Shape.Write(writer, value);

    /// <inheritdoc/>
    public override bool AreAlike(T one, T other) => Shape.AreAlike(one, other);

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) => Shape.Describe(schema);
}
