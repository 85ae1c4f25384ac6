using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevenueModel.Json;

/// <summary>A record with several forms, which the member <c>kind</c> tells apart, wherever it is in the
/// object.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class UnionShape<T>(string name, params Case<T>[] cases) : Shape<T>
    where T : class
{
    private readonly string _expected = EnumNames.OneOf(cases.Select(static one => one.Kind));

    /// <summary>Gets the forms.</summary>
    public IReadOnlyList<Case<T>> Cases => cases;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Tokens.Unexpected(ref reader, "an object");
        }

        Utf8JsonReader ahead = reader;
        return FindCase(ref ahead, reader.TokenStartIndex).Read(ref reader);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value) => CaseOf(value).Write(writer, value);

    /// <inheritdoc/>
    public override bool AreAlike(T one, T other)
    {
        Case<T> form = CaseOf(one);
        return form == CaseOf(other) && form.AreAlike(one, other);
    }

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) => schema.Define(
        name,
        () => new JsonObject { ["oneOf"] = new JsonArray([.. cases.Select(one => one.Describe(schema))]) });

    private Case<T> CaseOf(T value)
    {
        foreach (Case<T> one in cases)
        {
            if (one.Matches(value))
            {
                return one;
            }
        }

        throw new ShapeException($"was a {value.GetType().Name} of no known kind; {_expected} is expected");
    }

    private Case<T> FindCase(ref Utf8JsonReader ahead, long start)
    {
        for (Tokens.Next(ref ahead); ahead.TokenType == JsonTokenType.PropertyName; Tokens.Next(ref ahead))
        {
            bool isKind = Tokens.Text(ref ahead, "a name") == KindMember<T>.Key;
            Tokens.Next(ref ahead);
            if (isKind)
            {
                return CaseOf(ref ahead);
            }

            if (!ahead.TrySkip())
            {
                throw new ShapeException("the text ended before the value did", ahead.TokenStartIndex);
            }
        }

        throw new ShapeException($"has no member \"{KindMember<T>.Key}\"; {_expected} is expected", start);
    }

    private Case<T> CaseOf(ref Utf8JsonReader ahead)
    {
        try
        {
            string kind = Tokens.Text(ref ahead, _expected);
            return Array.Find(cases, one => one.Kind == kind) ?? throw Tokens.Unexpected(ref ahead, _expected);
        }
        catch (ShapeException error)
        {
            throw error.Within(KindMember<T>.Key);
        }
    }
}
