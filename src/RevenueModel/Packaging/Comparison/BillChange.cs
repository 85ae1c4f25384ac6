using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The amount paid under the current plan and under a proposed one.</summary>
/// <param name="Current">The amount under the current plan.</param>
/// <param name="Proposed">The amount under the proposed plan.</param>
/// <remarks>Immutable; equal by value. Differences are proposed less current.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct BillChange(decimal Current, decimal Proposed)
{
    /// <summary>Gets the difference, <c>proposed - current</c>; negative if the proposed plan is cheaper.</summary>
    public decimal Amount => Proposed - Current;

    /// <summary>Gets the difference as a share of the current amount, or <see langword="null"/> if that is
    /// zero.</summary>
    public decimal? Ratio => Current == 0m ? null : Amount / Current;

    /// <summary>Gets the cheaper plan for the customer: <see cref="Preference.First"/> for the current plan,
    /// <see cref="Preference.Second"/> for the proposed one. Differences below 10^-14 are rounding noise from
    /// non-terminating division.</summary>
    public Preference Better => Amount switch
    {
        <= -DivisionNoise.Tolerance => Preference.Second,
        >= DivisionNoise.Tolerance => Preference.First,
        _ => Preference.Neither,
    };

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Current:#,0.00} to {Proposed:#,0.00} ({Amount:+#,0.00;-#,0.00;0.00}")
        + (Ratio is { } ratio ? Invariant($", {ratio * 100m:+0.##;-0.##;0}%)") : ")");
}
