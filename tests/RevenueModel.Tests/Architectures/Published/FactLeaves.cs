using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using RevenueModel.Architectures;
using RevenueModel.Json;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Architectures;

/// <summary>The leaves of the facts files and of what the library carries in their place, by path.</summary>
internal static class FactLeaves
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    }.AddRevenueModel();

    /// <summary>Returns the leaves of a facts file. A refinement is addressed by its path, not by its
    /// position.</summary>
    public static Dictionary<string, string> Of(JsonElement facts)
    {
        var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(leaves, "", facts);
        return leaves;
    }

    /// <summary>Returns the leaves of an object that was built from the library.</summary>
    public static Dictionary<string, string> OfCarried(object carried) =>
        Of(JsonSerializer.SerializeToElement(carried, Options));

    /// <summary>Returns an object with any names of members, null values included.</summary>
    public static JsonObject Map<T>(IEnumerable<Keyed<string, T>> members)
    {
        var map = new JsonObject();
        foreach (Keyed<string, T> member in members)
        {
            map.Add(member.Key, JsonSerializer.SerializeToNode(member.Value, Options));
        }

        return map;
    }

    /// <inheritdoc cref="Map{T}(IEnumerable{Keyed{string, T}})"/>
    public static JsonObject Map(params (string Name, object? Value)[] members) =>
        Map(members.Select(member => new Keyed<string, object?>(member.Name, member.Value)));

    /// <summary>Returns both ends of a band; an open end is null.</summary>
    public static T?[]? Pair<T>(Band<T>? band)
        where T : struct, System.Numerics.INumber<T> => band is { } given ? [given.Min, given.Max] : null;

    /// <summary>Returns the figure of a band whose ends are equal.</summary>
    public static decimal Only(Band<decimal> band)
    {
        Assert.Equal(band.Min, band.Max);
        return band.Min;
    }

    /// <summary>Returns the value that all items share.</summary>
    public static T Shared<T>(IEnumerable<T> items)
    {
        T[] all = [.. items];
        Assert.All(all, item => Assert.Equal(all[0], item));
        return all[0];
    }

    /// <summary>Returns the texts of the notes of a kind on a figure.</summary>
    public static string[] Texts(
        this RevenueArchitecture architecture, string subject, string? figure, NoteKind kind, string? section = null)
    {
        FigureNote[] notes =
        [
            .. architecture.NotesOn(subject).Where(note => note.Figure == figure && note.Kind == kind
                && (section is null || note.Citation!.Section == section)),
        ];
        Assert.NotEmpty(notes);
        return [.. notes.Select(note => note.Text)];
    }

    /// <summary>Returns the text of the only note of a kind on a figure.</summary>
    public static string Text(
        this RevenueArchitecture architecture,
        string subject,
        string? figure,
        NoteKind kind,
        string? section = null) =>
        Assert.Single(architecture.Texts(subject, figure, kind, section));

    /// <summary>Returns the section of the notes of a kind on a figure.</summary>
    public static string Section(
        this RevenueArchitecture architecture, string subject, string? figure, NoteKind kind) =>
        Shared(architecture.NotesOn(subject).Where(note => note.Figure == figure && note.Kind == kind)
            .Select(note => note.Citation!.Section));

    /// <summary>Returns the section that the notes on some figures share.</summary>
    public static string Section(
        this RevenueArchitecture architecture, NoteKind kind, params (string Subject, string? Figure)[] figures) =>
        Shared(figures.Select(figure => architecture.Section(figure.Subject, figure.Figure, kind)));

    /// <summary>Returns a text without its first words, which it is required to have.</summary>
    public static string After(this string text, string start)
    {
        Assert.StartsWith(start, text, StringComparison.Ordinal);
        return text[start.Length..];
    }

    /// <summary>Returns the arrows of a diagram as the files have them.</summary>
    public static object FlowOf(RevenueArchitecture architecture, string name)
    {
        PublishedFlow flow = architecture.Flows.Single(one => one.Name == name);
        return new
        {
            section = flow.Citation!.Section,
            edges = flow.Edges.Select(edge =>
                edge.Label is { } label ? new[] { edge.From, edge.To, label } : [edge.From, edge.To]),
        };
    }

    private static void Add(Dictionary<string, string> leaves, string path, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    Add(leaves, path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach ((int index, JsonElement item) in element.EnumerateArray().Index())
                {
                    string position = path.EndsWith("refines", StringComparison.Ordinal)
                        ? item.GetProperty("path").GetString()!
                        : $"{index}";
                    Add(leaves, $"{path}[{position}]", item);
                }

                break;
            case JsonValueKind.Number:
                leaves.Add(path, $"{element.GetDecimal():0.############################}");
                break;
            default:
                leaves.Add(path, element.ToString() is { Length: > 0 } text ? text : element.ValueKind.ToString());
                break;
        }
    }
}
