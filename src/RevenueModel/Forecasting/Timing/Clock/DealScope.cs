using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The names by which freeze windows apply to a deal, and the regulation that drives it.</summary>
/// <remarks>Immutable; equal if the names in their order and the regulation are equal, upper and lower case included.
/// A <see cref="DealClock"/> finds the windows of a scope by name ignoring case, so that scopes that differ only in
/// case have the same windows.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record DealScope
{
    /// <summary>Gets the names of sites, regions and companies that the deal belongs to, zero or more; none is blank.
    /// Default: none, so that only windows for every deal apply.</summary>
    public ValueList<string> Names
    {
        get;
        init
        {
            foreach (string name in value)
            {
                Guard.Against.Blank(name, nameof(Names));
            }

            field = value;
        }
    }

    /// <summary>Gets the regulation that drives the deal. Default: <see langword="null"/>, none.</summary>
    public string? Regulation { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Regulation)); }

    /// <summary>Returns the scope of a deal: its account, its segment, further names, and the regulation that drives
    /// it.</summary>
    /// <param name="opportunity">The deal.</param>
    /// <param name="names">Further names, such as those of the site and of the region; none is blank.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="ArgumentException">A name is blank.</exception>
    public static DealScope Of(Opportunity opportunity, params ReadOnlySpan<string> names)
    {
        Guard.Against.Null(opportunity);
        var all = new List<string>(names.Length + 2);
        AddKnown(all, opportunity.Account);
        AddKnown(all, opportunity.Segment);
        foreach (string name in names)
        {
            all.Add(Guard.Against.Blank(name, nameof(names)));
        }

        return new DealScope { Names = all, Regulation = opportunity.RegulatoryTrigger?.Name };
    }

    /// <inheritdoc cref="Of(Opportunity, ReadOnlySpan{string})"/>
    public static DealScope Of(Opportunity opportunity, IEnumerable<string> names) => Of(opportunity, names.AsItems());

    /// <summary>Returns the names and the regulation.</summary>
    public override string ToString() => (Names.IsEmpty ? "no names" : string.Join(", ", Names))
        + (Regulation is null ? "" : Invariant($" ({Regulation})"));

    private static void AddKnown(List<string> names, string? name)
    {
        if (name is not null)
        {
            names.Add(name);
        }
    }
}
