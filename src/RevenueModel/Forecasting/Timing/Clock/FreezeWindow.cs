using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Days on which no deal of a site, region or company can move: a plant turnaround, a peak-season lock, a
/// change freeze.</summary>
/// <remarks>Immutable; equal by value. A <see cref="DealClock"/> stops on these days.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record FreezeWindow
{
    /// <summary>Gets the frozen days.</summary>
    public required DateSpan Days { get; init; }

    /// <summary>Gets the name of the site, region or company that is frozen, ignoring case. Default:
    /// <see langword="null"/>, every deal.</summary>
    public string? Scope { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Scope)); }

    /// <summary>Gets the reason, such as a turnaround.</summary>
    public string? Reason { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Reason)); }

    /// <summary>Returns the days, the scope and the reason.</summary>
    public override string ToString() =>
        Invariant($"frozen {Days}, {Scope ?? "every deal"}") + (Reason is null ? "" : ": " + Reason);
}
