using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevenueModel.Json;

/// <summary>The member that tells the forms of an abstract record apart; it is the same for each record of a
/// form.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class KindMember<T>(string kind, int index) : Member<T>(Key, index, isRequired: true)
{
    /// <summary>The name of the member.</summary>
    public const string Key = "kind";

    /// <inheritdoc/>
    public override object? Read(ref Utf8JsonReader reader) =>
        Tokens.Text(ref reader, $"\"{kind}\"") == kind ? kind : throw Tokens.Unexpected(ref reader, $"\"{kind}\"");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T record) => writer.WriteString(Name, kind);

    /// <inheritdoc/>
    public override bool IsAlike(T one, T other) => true;

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) => new JsonObject { ["const"] = kind };
}
