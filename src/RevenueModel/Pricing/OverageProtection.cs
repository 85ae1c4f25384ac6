using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>The protection against a high bill in a period of heavy usage: a cap, smoothing, and moving up to the next
/// plan.</summary>
/// <remarks>Immutable; equal by value. The three are independent and may be combined.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record OverageProtection
{
    /// <summary>Gets the maximum of a bill. Default: no cap.</summary>
    public BillCap Cap { get; init; }

    /// <summary>Gets the number of periods over which usage is averaged before it is billed, one or more. Each period
    /// is billed for the mean of its own usage and that of the periods before it in the window, so a spike is spread
    /// over several bills. In the first periods the window is as long as the history. Default: one, which means no
    /// smoothing.</summary>
    public int SmoothingPeriods { get; init => field = Guard.Against.BelowOne(value, nameof(SmoothingPeriods)); } = 1;

    /// <summary>Gets the next plan. Its bill replaces the bill of this plan in each period in which it is lower, with
    /// its own protection applied.</summary>
    /// <remarks>
    /// The next plan is billed on the same usage, smoothed by this plan: it smooths over the same number of periods,
    /// or not at all. It has no carried allowance, and its commitment is for the billing period. A bill does not fall
    /// below the commitment of this plan. A period with usage above a last tier of the next plan stays with this one.
    /// </remarks>
    public PricePlan? MoveUpTo { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
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
            words.Add("moves up to " + MoveUpTo.Name + " if cheaper");
        }

        return words.Count == 0 ? "no protection" : string.Join(", ", words);
    }
}
