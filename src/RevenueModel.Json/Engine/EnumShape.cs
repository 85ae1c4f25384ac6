using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevenueModel.Json;

/// <summary>A choice by its name, with a small first letter.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal sealed class EnumShape<T> : Shape<T>
    where T : struct, Enum
{
    private readonly (string Name, T Value)[] _names;
    private readonly string _expected;

    /// <summary>Creates the form.</summary>
    /// <param name="refused">Values that the library refuses where this form is used.</param>
    public EnumShape(params T[] refused)
    {
        _names = [.. Enum.GetValues<T>().Except(refused).Select(value => (EnumNames.Of(value), value))];
        _expected = EnumNames.OneOf(_names.Select(static name => name.Name));
    }

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader)
    {
        string text = Tokens.Text(ref reader, _expected);
        foreach ((string name, T value) in _names)
        {
            if (name == text)
            {
                return value;
            }
        }

        throw Tokens.Unexpected(ref reader, _expected);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value) => writer.WriteStringValue(Enum.IsDefined(value)
        ? EnumNames.Of(value)
        : throw new ShapeException($"was {value}; {_expected} is expected"));

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) =>
        new JsonObject { ["enum"] = new JsonArray([.. _names.Select(static name => (JsonNode)name.Name)]) };
}
