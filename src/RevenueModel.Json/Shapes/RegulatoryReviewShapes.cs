using RevenueModel.Pipeline;

namespace RevenueModel.Json;

/// <summary>The JSON forms of the review of the regulatory pipeline.</summary>
internal static class RegulatoryReviewShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<RegulatoryAccount>(RegulatoryAccountForm);
        shapes.Add<RegulatoryAccountReview>(RegulatoryAccountReviewForm);
        shapes.Add<RegulatoryReviewQuarter>(RegulatoryReviewQuarterForm);
        shapes.Add<RegulatoryReview>(RegulatoryReviewForm);
    }

    private static Func<Values<RegulatoryAccount>, RegulatoryAccount> RegulatoryAccountForm(
        RecordBuilder<RegulatoryAccount> record)
    {
        var account = record.Required("account", static x => x.Account, Forms.Name);
        var regulation = record.Required("regulation", static x => x.Regulation, Forms.Name);
        var controlsRequired = record.Required("controlsRequired", static x => x.ControlsRequired, Forms.CountOrZero);
        var controlsInPlace = record.Required("controlsInPlace", static x => x.ControlsInPlace, Forms.CountOrZero);
        var deadline = record.Optional("deadline", static x => x.Deadline);
        return values => RegulatoryAccount.Of(
            values.Get(account),
            values.Get(regulation),
            values.Get(controlsRequired),
            values.Get(controlsInPlace),
            values.Get(deadline));
    }

    private static Func<Values<RegulatoryAccountReview>, RegulatoryAccountReview> RegulatoryAccountReviewForm(
        RecordBuilder<RegulatoryAccountReview> record)
    {
        var account = record.Required("account", static x => x.Account);
        var openDeals = record.Required("openDeals", static x => x.OpenDeals);
        var exposure = record.Required("exposure", static x => x.Exposure);
        var daysLeft = record.Optional("daysLeft", static x => x.DaysLeft);
        return values => new RegulatoryAccountReview(
            values.Get(account),
            values.Get(openDeals),
            values.Get(exposure),
            values.Get(daysLeft));
    }

    private static Func<Values<RegulatoryReviewQuarter>, RegulatoryReviewQuarter> RegulatoryReviewQuarterForm(
        RecordBuilder<RegulatoryReviewQuarter> record)
    {
        var quarter = record.Optional("quarter", static x => x.Quarter);
        var accounts = record.Required("accounts", static x => x.Accounts);
        var exposure = record.Required("exposure", static x => x.Exposure);
        return values => new RegulatoryReviewQuarter
        {
            Quarter = values.Get(quarter),
            Accounts = values.Get(accounts),
            Exposure = values.Get(exposure),
        };
    }

    private static Func<Values<RegulatoryReview>, RegulatoryReview> RegulatoryReviewForm(
        RecordBuilder<RegulatoryReview> record)
    {
        var asOf = record.Required("asOf", static x => x.AsOf);
        var quarters = record.Required("quarters", static x => x.Quarters);
        var unmappedDealCount = record.Required("unmappedDealCount", static x => x.UnmappedDealCount);
        var unmappedAmount = record.Required("unmappedAmount", static x => x.UnmappedAmount);
        return values => new RegulatoryReview
        {
            AsOf = values.Get(asOf),
            Quarters = values.Get(quarters),
            UnmappedDealCount = values.Get(unmappedDealCount),
            UnmappedAmount = values.Get(unmappedAmount),
        };
    }
}
