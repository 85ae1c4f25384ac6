using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevenueModel.Json;

/// <summary>A record as an object: an ordered list of members and one delegate that creates the record.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class RecordShape<T> : Shape<T>
{
    private readonly string _name;
    private readonly Member<T>[] _members;
    private readonly Dictionary<string, Member<T>> _byName;
    private readonly Func<Values<T>, T> _create;
    private readonly Dictionary<string, string> _parameters = new(StringComparer.OrdinalIgnoreCase);
    private Action<JsonObject>? _rules;

    /// <summary>Creates the form.</summary>
    /// <param name="table">The forms of the values.</param>
    /// <param name="name">The name in a schema.</param>
    /// <param name="build">Adds the members and returns how the record is created from their values.</param>
    public RecordShape(ShapeTable table, string name, Func<RecordBuilder<T>, Func<Values<T>, T>> build)
    {
        _name = name;
        var builder = new RecordBuilder<T>(table);
        _create = build(builder);
        _members = [.. builder.Members];
        _byName = _members.ToDictionary(static member => member.Name, StringComparer.Ordinal);
    }

    /// <summary>Gets the members in the order in which they are written.</summary>
    public IReadOnlyList<Member<T>> Members => _members;

    /// <summary>States under which member an error is shown that names a parameter of the library.</summary>
    public RecordShape<T> Naming(params ReadOnlySpan<(string Parameter, string Member)> names)
    {
        foreach ((string parameter, string member) in names)
        {
            _parameters[parameter] = member;
        }

        return this;
    }

    /// <summary>Adds rules across members to the schema.</summary>
    public RecordShape<T> Ruling(Action<JsonObject> rules)
    {
        _rules = rules;
        return this;
    }

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Tokens.Unexpected(ref reader, "an object");
        }

        var values = new Values<T>(_members.Length) { Start = reader.TokenStartIndex };
        for (Tokens.Next(ref reader); reader.TokenType != JsonTokenType.EndObject; Tokens.Next(ref reader))
        {
            ReadMember(ref reader, values);
        }

        foreach (Member<T> member in _members)
        {
            if (member.IsRequired && !values.Has(member))
            {
                throw new ShapeException($"has no member \"{member.Name}\", which is required", values.Start);
            }
        }

        return Create(values);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value)
    {
        writer.WriteStartObject();
        foreach (Member<T> member in _members)
        {
            member.Write(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override bool AreAlike(T one, T other)
    {
        foreach (Member<T> member in _members)
        {
            if (!member.IsAlike(one, other))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) =>
        schema.Define(_name, () => DescribeInPlace(schema));

    /// <summary>Returns the schema of the object itself.</summary>
    public JsonObject DescribeInPlace(SchemaBuilder schema)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (Member<T> member in _members)
        {
            properties[member.Name] = member.Describe(schema);
            if (member.IsRequired)
            {
                required.Add((JsonNode)member.Name);
            }
        }

        var description = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
        {
            description["required"] = required;
        }

        description["additionalProperties"] = false;
        _rules?.Invoke(description);
        return description;
    }

    private void ReadMember(ref Utf8JsonReader reader, Values<T> values)
    {
        string name = Tokens.Text(ref reader, "a name");
        if (!_byName.TryGetValue(name, out Member<T>? member))
        {
            throw new ShapeException(
                $"is not known; known are {string.Join(", ", _members.Select(static one => one.Name))}",
                reader.TokenStartIndex).Within(name);
        }

        if (values.Has(member))
        {
            throw new ShapeException("is repeated; each member is expected once", reader.TokenStartIndex).Within(name);
        }

        try
        {
            Tokens.Next(ref reader);
            long place = reader.TokenStartIndex;
            values.Set(member, member.Read(ref reader), place);
        }
        catch (JsonException error)
        {
            throw ShapeException.Of(error).Within(name);
        }
    }

    private T Create(Values<T> values)
    {
        try
        {
            return _create(values);
        }
        catch (ArgumentException refused)
        {
            string message = WithoutParameter(refused);
            return FindMember(refused.ParamName) is { } member
                ? throw new ShapeException(message, values.PlaceOf(member), refused).Within(member.Name)
                : throw new ShapeException(message, values.Start, refused);
        }
        catch (Exception refused) when (refused is ArithmeticException or InvalidOperationException)
        {
            throw new ShapeException(refused.Message, values.Start, refused);
        }
    }

    private Member<T>? FindMember(string? parameter)
    {
        if (parameter is null)
        {
            return null;
        }

        string name = _parameters.GetValueOrDefault(parameter) ?? JsonNamingPolicy.CamelCase.ConvertName(parameter);
        return _byName.GetValueOrDefault(name);
    }

    private static string WithoutParameter(ArgumentException refused)
    {
        string message = refused.Message;
        int suffix = message.LastIndexOf(" (Parameter '", StringComparison.Ordinal);
        return suffix < 0 ? message : message[..suffix];
    }
}
