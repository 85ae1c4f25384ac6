using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>A published NRR beside the measured one.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RetentionTargetComparison
{
    internal RetentionTargetComparison(RetentionTarget target, decimal? measured, long accountCount)
    {
        Target = target;
        Measured = measured;
        AccountCount = accountCount;
    }

    /// <summary>Gets the published figure.</summary>
    public RetentionTarget Target { get; }

    /// <summary>Gets the measured NRR: of the segment with the name of the target, or of all accounts.
    /// <see langword="null"/> if there is none.</summary>
    public decimal? Measured { get; }

    /// <summary>Gets the number of accounts of the measured cohort.</summary>
    public long AccountCount { get; }

    /// <summary>Gets the reason why both figures cannot be compared, or <see langword="null"/> if they
    /// can.</summary>
    public string? NotComparableReason => Target.Scope switch
    {
        RetentionScope.Composite =>
            "a composite: the mix of segments, the method and the window are not disclosed",
        RetentionScope.PartOfVendor =>
            "a part of the vendor's business, whose method and window are not disclosed",
        _ when Measured is null => "nothing is measured",
        _ => null,
    };

    /// <summary>Gets the distance of the measured NRR to the band as a ratio: zero within it, negative below it, or
    /// <see langword="null"/> if both cannot be compared.</summary>
    public decimal? DistanceToTarget => NotComparableReason is null
        ? Measured < Target.Nrr.Min ? Measured - Target.Nrr.Min
        : Measured > Target.Nrr.Max ? Measured - Target.Nrr.Max
        : 0m
        : null;

    /// <summary>Returns both figures, and the reason if they cannot be compared.</summary>
    public override string ToString()
    {
        string text = Target + (Measured is { } nrr
            ? Invariant($", measured {nrr:0.0%} of {Plural.Of(AccountCount, "account")}")
            : "");
        return NotComparableReason is { } reason
            ? text + "; not comparable, " + reason
            : text + (DistanceToTarget == 0m
                ? ", within the target"
                : Invariant($", {DistanceToTarget * 100m:+0.0;-0.0} points"));
    }
}
