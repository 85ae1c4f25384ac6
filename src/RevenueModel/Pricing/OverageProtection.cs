using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>What keeps a month of heavy usage from becoming a shock: a cap, smoothing, and moving up.</summary>
/// <remarks>Immutable; equal by value. Each holds on its own, and all may be combined.</remarks>
public sealed record OverageProtection
{
    /// <summary>The most that a bill comes to; no cap unless said.</summary>
    public BillCap Cap { get; init; }

    /// <summary>The periods over which usage is averaged before it is billed, one (no smoothing) or more: each period is
    /// billed for the mean of its own usage and that of the periods before it in the window, so that a spike is spread over
    /// as many bills. In the first periods the window is as long as there is history.</summary>
    public int SmoothingPeriods { get; init => field = Guard.Against.BelowOne(value, nameof(SmoothingPeriods)); } = 1;

    /// <summary>The next plan, whose bill takes the place of this one's in any period in which it is lower; its own
    /// protection counts too.</summary>
    /// <remarks>It is billed on the same usage, smoothed as this plan says: it smooths over as many periods, or not at all. It brings no carried allowance, and its commitment is one for the
    /// billing period. A bill does not fall below this plan's commitment. A period whose usage is above a last tier of the next
    /// plan stays with this one.</remarks>
    public PricePlan? MoveUpTo { get; init; }

    /// <summary>The protection in words.</summary>
    public override string ToString()
    {
        List<string> words = [];
        if (Cap.IsSet)
        {
            words.Add(Cap.ToString());
        }

        if (SmoothingPeriods > 1)
        {
            words.Add(Invariant($"smoothed over {SmoothingPeriods} periods"));
        }

        if (MoveUpTo is not null)
        {
            words.Add("moves up to " + MoveUpTo.Name + " where cheaper");
        }

        return words.Count == 0 ? "no protection" : string.Join(", ", words);
    }
}
