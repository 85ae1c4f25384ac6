using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevenueModel.Json;

/// <summary>One of the forms of a record, which its member <c>kind</c> names.</summary>
/// <typeparam name="T">The record that has several forms.</typeparam>
internal abstract class Case<T>(string kind)
{
    /// <summary>Gets the value of the member <c>kind</c>.</summary>
    public string Kind { get; } = kind;

    /// <summary>Returns whether a record has this form.</summary>
    public abstract bool Matches(T value);

    /// <summary>Reads a record of this form.</summary>
    public abstract T Read(ref Utf8JsonReader reader);

    /// <summary>Writes a record of this form.</summary>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Returns whether two records of this form are written alike.</summary>
    public abstract bool AreAlike(T one, T other);

    /// <summary>Returns the JSON Schema of this form.</summary>
    public abstract JsonNode Describe(SchemaBuilder schema);

    /// <summary>Returns this form as one of a more general record.</summary>
    public Case<TBase> As<TBase>()
        where TBase : class => new GeneralCase<TBase, T>(this);
}

/// <summary>One of the forms of a record.</summary>
/// <typeparam name="T">The record that has several forms.</typeparam>
/// <typeparam name="TForm">The record of this form.</typeparam>
internal sealed class Case<T, TForm>(string kind, Shape<TForm> shape, Func<TForm, bool>? matches = null)
    : Case<T>(kind)
    where TForm : T
{
    /// <inheritdoc/>
    public override bool Matches(T value) => value is TForm form && (matches is null || matches(form));

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader) => shape.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value) => shape.Write(writer, (TForm)value!);

    /// <inheritdoc/>
    public override bool AreAlike(T one, T other) => shape.AreAlike((TForm)one!, (TForm)other!);

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) => shape.Describe(schema);
}

/// <summary>A form of a record as a form of a more general record.</summary>
/// <typeparam name="TBase">The general record.</typeparam>
/// <typeparam name="T">The record.</typeparam>
internal sealed class GeneralCase<TBase, T>(Case<T> form) : Case<TBase>(form.Kind)
    where TBase : class
{
    /// <inheritdoc/>
    public override bool Matches(TBase value) => value is T own && form.Matches(own);

    /// <inheritdoc/>
    public override TBase Read(ref Utf8JsonReader reader) => (TBase)(object)form.Read(ref reader)!;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TBase value) => form.Write(writer, (T)(object)value);

    /// <inheritdoc/>
    public override bool AreAlike(TBase one, TBase other) => form.AreAlike((T)(object)one, (T)(object)other);

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) => form.Describe(schema);
}
