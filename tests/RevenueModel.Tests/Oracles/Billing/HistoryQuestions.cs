using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>Histories in which the specification leaves open what is right, so that the oracle does not judge them.</summary>
internal static class HistoryQuestions
{
    /// <summary>Whether the draws of credits are open: credits limited to charges together with terms of the bill as a whole
    /// or with other credits.</summary>
    public static bool LeavesDrawsOpen(History history) => history.Credits.Any(credit => !credit.Charges.IsEmpty)
        && (history.Credits.Count > 1 || Plans(history).Any(HasTermsOfWhole));

    /// <summary>Whether the fee of a longer period is open: a change without refund to an equal fee, or the full difference
    /// after another change.</summary>
    public static bool LeavesFeeOpen(History history) => new HistoryCalendar(history).HasLongFee
        && history.Changes.Any(change =>
            change.Convention is PlanChangeConvention.FullDifference or PlanChangeConvention.NoRefund);

    /// <summary>Whether a waived commitment is open: one that a change of plan ends in the period in which the contract
    /// ends.</summary>
    public static bool LeavesTrueUpOpen(History history) =>
        history.End?.TrueUp == EarlyEndTrueUp.None && !history.Changes.IsEmpty;

    /// <summary>Whether it is open on which days a discount of a plan that begins midway falls.</summary>
    public static bool LeavesDiscountOpen(History history) => !history.Credits.IsEmpty
        && Plans(history).Select(plan => plan.AmountDiscount).Distinct().Count() > 1;

    /// <summary>Whether the oracle does not judge the spend of a history.</summary>
    public static bool LeavesSpendOpen(History history) => LeavesFeeOpen(history) || LeavesTrueUpOpen(history);

    private static IEnumerable<PricePlan> Plans(History history) =>
        history.Changes.Select(change => change.Plan).Prepend(history.Plan);

    private static bool HasTermsOfWhole(PricePlan plan) =>
        plan.AmountDiscount > 0m || plan.PercentDiscount > 0m || plan.Commitment is not null || plan.Protection is not null;
}
