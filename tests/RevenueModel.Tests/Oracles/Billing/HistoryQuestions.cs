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

    /// <summary>Whether the date of a fee is open: a change without refund to an equal fee of a longer period in
    /// arrears.</summary>
    public static bool LeavesFeeOpen(History history)
    {
        if (!new HistoryCalendar(history).HasLongFee)
        {
            return false;
        }

        HistoryChange[] changes = [.. history.Changes];
        return changes.Any(change => change.Convention == PlanChangeConvention.FullDifference)
            || changes.Any(change => change.Convention == PlanChangeConvention.NoRefund);
    }

    private static IEnumerable<PricePlan> Plans(History history) =>
        history.Changes.Select(change => change.Plan).Prepend(history.Plan);

    private static bool HasTermsOfWhole(PricePlan plan) =>
        plan.AmountDiscount > 0m || plan.PercentDiscount > 0m || plan.Commitment is not null || plan.Protection is not null;
}
