using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What is paid today and under a proposal.</summary>
/// <remarks>Immutable; equal by value. Differences are proposed less current.</remarks>
/// <param name="Current">What is paid today.</param>
/// <param name="Proposed">What would be paid.</param>
public readonly record struct BillChange(decimal Current, decimal Proposed)
{
    /// <summary>What would be paid more, negative for less: <c>proposed - current</c>.</summary>
    public decimal Amount => Proposed - Current;

    /// <summary>The change as a share of what is paid today, or <see langword="null"/> where nothing is.</summary>
    public decimal? Ratio => Current == 0m ? null : Amount / Current;

    /// <summary>Gets which plan is cheaper for the customer: <see cref="Preference.First"/> for the current one,
    /// <see cref="Preference.Second"/> for the proposed one. Differences below 10^-14 are rounding noise of
    /// divisions.</summary>
    public Preference Better => Amount switch
    {
        <= -DivisionNoise.Tolerance => Preference.Second,
        >= DivisionNoise.Tolerance => Preference.First,
        _ => Preference.Neither,
    };

    /// <summary>The change in words.</summary>
    public override string ToString() =>
        Invariant($"{Current:#,0.00} to {Proposed:#,0.00} ({Amount:+#,0.00;-#,0.00;0.00}")
        + (Ratio is { } ratio ? Invariant($", {ratio * 100m:+0.##;-0.##;0}%)") : ")");
}
