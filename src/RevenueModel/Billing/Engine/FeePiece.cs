using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>A base fee, or a refunded part of one.</summary>
/// <param name="Plan">The plan of the fee.</param>
/// <param name="Part">The position of the part of the period; the fee is due on its first day.</param>
/// <param name="Days">The days that the fee covers.</param>
/// <param name="Amount">The amount before the percent discount; negative for a refund.</param>
/// <param name="Share">The days as a share of the days of the fee period.</param>
internal readonly record struct FeePiece(PricePlan Plan, int Part, DateSpan Days, decimal Amount, PeriodShare Share)
{
    /// <summary>Returns the step of the bill.</summary>
    public BillStep Step() => new()
    {
        Kind = BillStepKind.BaseFee,
        Item = Plan.Name,
        Amount = Amount,
        Rate = Amount < 0m ? -Plan.BaseFee : Plan.BaseFee,
        BilledDays = new BilledDays(Share.Days, Share.Whole, Days),
    };
}
