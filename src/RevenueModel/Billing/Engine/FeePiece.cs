using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>A base fee, or a part of one that is given back.</summary>
/// <param name="Plan">The plan whose fee it is.</param>
/// <param name="Part">The position of the part of the period on whose first day it is due.</param>
/// <param name="Days">The days that it is for.</param>
/// <param name="Amount">The amount before the percent discount; negative if it is given back.</param>
/// <param name="Share">The days out of those of the fee period.</param>
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
