using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The positions of a buying group that a deal or an account has filled, and the risk that follows. Created
/// by <see cref="BuyingGroupCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BuyingGroupStatus
{
    /// <summary>Gets whether there is a stakeholder map; without one each position is empty.</summary>
    public required bool IsMapped { get; init; }

    /// <summary>Gets the required positions: champions, sign-offs, vetoes.</summary>
    public ValueList<BuyingPosition> Positions { get; init; }

    /// <summary>Gets the names of the people who hold a veto and oppose the deal, each once.</summary>
    public ValueList<string> VetoedBy
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static person => Guard.Against.Blank(person, nameof(VetoedBy)), nameof(VetoedBy), "name");
    }

    /// <summary>Gets the number of people on the map, zero or more.</summary>
    public int PeopleCount { get; init => field = Guard.Against.BelowZero(value, nameof(PeopleCount)); }

    /// <summary>Gets the number of people that deals of the segment have, zero or more, or <see langword="null"/> if
    /// it is not published.</summary>
    public Band<int>? ExpectedPeople
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(ExpectedPeople)) : null;
    }

    /// <summary>Gets the number of positions that somebody fills.</summary>
    public int FilledCount => Positions.Count(static position => position.IsFilled);

    /// <summary>Gets the completeness of the map: filled positions divided by required ones, between 0 and 1, or
    /// <see langword="null"/> if none is required.</summary>
    public decimal? Completeness => Positions.IsEmpty ? null : (decimal)FilledCount / Positions.Count;

    /// <summary>Gets whether each required champion is there; <see langword="false"/> if none is required.</summary>
    public bool HasAllChampions => Champions is { Filled: > 0, Missing: 0 };

    /// <summary>Gets whether a required champion is there.</summary>
    public bool HasAnyChampion => Champions.Filled > 0;

    /// <summary>Gets whether each required sign-off has a known person.</summary>
    public bool HasAllSignOffs => IsFilled(BuyingPositionKind.SignOff);

    /// <summary>Gets whether somebody who holds a veto opposes the deal.</summary>
    public bool IsVetoed => !VetoedBy.IsEmpty;

    /// <summary>Gets whether the map has fewer people than deals of the segment have, or <see langword="null"/> if
    /// that number is not published or there is no map.</summary>
    public bool? IsBelowExpectedPeople =>
        ExpectedPeople is { } expected && IsMapped ? PeopleCount < expected.Min : null;

    /// <summary>Gets the gravest risk.</summary>
    public BuyingRisk Risk => this switch
    {
        { IsMapped: false } => BuyingRisk.NotMapped,
        { IsVetoed: true } => BuyingRisk.Vetoed,
        { Champions: { Filled: 0, Missing: > 0 } } => BuyingRisk.NoChampion,
        { Champions.Missing: > 0 } => BuyingRisk.MissingChampion,
        { HasAllSignOffs: false } => BuyingRisk.MissingSignOff,
        _ => IsFilled(BuyingPositionKind.Veto) ? BuyingRisk.None : BuyingRisk.UnknownVetoHolder,
    };

    /// <summary>Gets what the champions provide and what the deal lacks without the others, such as budget without
    /// network access; <see langword="null"/> unless some champions are there and some are not.</summary>
    public string? ChampionGap => Champions is { Filled: > 0, Missing: > 0 }
        ? TextOf(static one => one.IsFilled ? one.Provides ?? one.Name : null)
            + " without " + TextOf(static one => one.IsFilled ? null : one.Gap ?? one.Provides ?? one.Name)
        : null;

    /// <summary>Returns the risk, the gap and the filled positions.</summary>
    public override string ToString() => (Risk switch
    {
        BuyingRisk.None => "no risk",
        BuyingRisk.NotMapped => "not mapped",
        BuyingRisk.Vetoed => "vetoed",
        BuyingRisk.NoChampion => "no champion",
        BuyingRisk.MissingChampion => ChampionGap!,
        BuyingRisk.MissingSignOff => "missing sign-off",
        _ => "unknown holder of the veto",
    }) + Invariant($", {FilledCount} of {Plural.Of(Positions.Count, "position")}");

    private (int Filled, int Missing) Champions
    {
        get
        {
            int filled = 0;
            int missing = 0;
            foreach (BuyingPosition position in Positions)
            {
                bool isChampion = position.Kind == BuyingPositionKind.Champion;
                filled += isChampion && position.IsFilled ? 1 : 0;
                missing += isChampion && !position.IsFilled ? 1 : 0;
            }

            return (filled, missing);
        }
    }

    private bool IsFilled(BuyingPositionKind kind) =>
        !Positions.Any(position => position.Kind == kind && !position.IsFilled);

    private string TextOf(Func<BuyingPosition, string?> text) => string.Join(
        " and ",
        Positions.Where(static one => one.Kind == BuyingPositionKind.Champion)
            .Select(text).Where(static one => one is not null));
}

/// <summary>The risks of a deal that follow from its buying group, from none to the gravest.</summary>
public enum BuyingRisk
{
    /// <summary>No risk is seen. The default.</summary>
    None = 0,

    /// <summary>The holder of a veto is not known.</summary>
    UnknownVetoHolder = 1,

    /// <summary>A required sign-off has no known person.</summary>
    MissingSignOff = 2,

    /// <summary>Some required champions are there and some are not, such as budget without network access.</summary>
    MissingChampion = 3,

    /// <summary>No required champion is there.</summary>
    NoChampion = 4,

    /// <summary>Somebody who holds a veto opposes the deal.</summary>
    Vetoed = 5,

    /// <summary>There is no stakeholder map.</summary>
    NotMapped = 6,
}
