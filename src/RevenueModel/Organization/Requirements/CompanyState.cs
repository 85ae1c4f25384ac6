using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The size of a company on a day, as far as its organization depends on it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CompanyState
{
    /// <summary>Gets the day.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Gets the ARR, zero or more.</summary>
    public required decimal Arr { get; init => field = Guard.Against.BelowZero(value, nameof(Arr)); }

    /// <summary>Gets the growth of ARR per year, a fraction above -1: 0.3 is 30%. Default: zero.</summary>
    public decimal ArrGrowth
    {
        get;
        init => field = value is > -1m and <= 100m
            ? value
            : throw DomainGuards.OutOfRange(
                nameof(ArrGrowth), value, "a fraction above -1 and up to 100 (for 30% write 0.3)");
    }

    /// <summary>Gets the people by role, each role once.</summary>
    public ValueList<RoleHeadcount> Heads
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static head => head.Role, nameof(Heads), "role");
    }

    /// <summary>Gets the number of deals that are worked on at a time, by segment; each is zero or
    /// more. Default: none.</summary>
    public ValueList<Keyed<string, int>> Deals
    {
        get;
        init
        {
            foreach ((string segment, int count) in value)
            {
                Guard.Against.Blank(segment, nameof(Deals));
                Guard.Against.BelowZero(count, nameof(Deals));
            }

            field = value;
        }
    }

    /// <summary>Returns the day, the ARR and the growth.</summary>
    public override string ToString() =>
        Invariant($"{AsOf:R}: ARR {Arr:#,0.##}, growing by {ArrGrowth * 100m:0.##}% a year");
}
