using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Days on which the deadline of a regulation makes deals move faster.</summary>
/// <remarks>
/// Immutable; equal by value. The multiplier is an assumption of the user or an estimate of the user's own data; the
/// library has no default for it. Published regulations that drive deals in industrial cybersecurity: NERC CIP, TSA
/// Security Directives, CIRCIA, NIS2 and IEC 62443 (Industrial Cybersecurity KPIs 2027, section Works Differently 3).
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record DeadlinePull
{
    private const decimal Largest = 100m;

    private const int Places = 9;

    /// <summary>Gets the name of the regulation, ignoring case.</summary>
    public required string Regulation { get; init => field = Guard.Against.Blank(value, nameof(Regulation)); }

    /// <summary>Gets the days on which deals move faster.</summary>
    public required DateSpan Days { get; init; }

    /// <summary>Gets the number of clock days that pass on each of these days, between 1 and 100, with at most nine
    /// decimal places.</summary>
    public required decimal Multiplier
    {
        get;
        init => field = value is >= 1m and <= Largest && decimal.Round(value, Places) == value
            ? value
            : throw DomainGuards.OutOfRange(
                nameof(Multiplier), value, "a number between 1 and 100 with at most nine decimal places");
    }

    /// <summary>Returns the regulation, the multiplier and the days.</summary>
    public override string ToString() => Invariant($"{Regulation}: {Multiplier:0.####}x in {Days}");
}
