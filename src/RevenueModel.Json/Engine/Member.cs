using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevenueModel.Json;

/// <summary>A member of a record in JSON.</summary>
/// <typeparam name="T">The record.</typeparam>
internal abstract class Member<T>(string name, int index, bool isRequired)
{
    /// <summary>Gets the name in JSON.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the position among the members.</summary>
    public int Index { get; } = index;

    /// <summary>Gets whether a text without the member is refused.</summary>
    public bool IsRequired { get; } = isRequired;

    /// <summary>Reads the value of the member.</summary>
    public abstract object? Read(ref Utf8JsonReader reader);

    /// <summary>Writes the member, if its value differs from what its absence means.</summary>
    public abstract void Write(Utf8JsonWriter writer, T record);

    /// <summary>Returns whether two records are written with the same value of the member.</summary>
    public abstract bool IsAlike(T one, T other);

    /// <summary>Returns the JSON Schema of the value.</summary>
    public abstract JsonNode Describe(SchemaBuilder schema);
}

/// <summary>A member of a record in JSON.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TValue">The type of the value.</typeparam>
internal sealed class Member<T, TValue>(
    string name,
    int index,
    bool isRequired,
    Func<T, TValue> get,
    Func<Shape<TValue>> shape,
    TValue fallback,
    Func<T, bool>? isWritten) : Member<T>(name, index, isRequired)
{
    private Shape<TValue>? _shape;

    /// <summary>Gets the value that an absent member means.</summary>
    public TValue Fallback { get; } = fallback;

    private Shape<TValue> Shape => _shape ??= shape();

    // A nullable struct handles null itself.
    private bool AcceptsNull => !IsRequired && Fallback is null && !typeof(TValue).IsValueType;

    /// <inheritdoc/>
    public override object? Read(ref Utf8JsonReader reader) =>
        AcceptsNull && reader.TokenType == JsonTokenType.Null ? null : Shape.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T record)
    {
        TValue value = get(record);
        bool isNeeded = IsRequired || (isWritten is null ? !IsFallback(value) : isWritten(record));
        if (!isNeeded)
        {
            return;
        }

        writer.WritePropertyName(Name);
        try
        {
            if (value is null && !typeof(TValue).IsValueType && Shape is not NullableTextShape)
            {
                throw new ShapeException("was null; a value is expected");
            }

            Shape.Write(writer, value);
        }
        catch (ShapeException error)
        {
            throw error.Within(Name);
        }
    }

    /// <inheritdoc/>
    public override bool IsAlike(T one, T other) => AreAlike(get(one), get(other));

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) =>
        AcceptsNull ? SchemaBuilder.OrNull(Shape.Describe(schema)) : Shape.Describe(schema);

    private bool IsFallback(TValue value) => AreAlike(value, Fallback);

    private bool AreAlike(TValue one, TValue other) =>
        typeof(TValue).IsValueType || (one is not null && other is not null)
            ? Shape.AreAlike(one, other)
            : one is null && other is null;
}
