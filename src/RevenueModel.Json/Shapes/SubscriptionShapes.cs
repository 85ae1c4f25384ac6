using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Json;

/// <summary>The JSON forms of subscriptions and of the rules of retention.</summary>
internal static class SubscriptionShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<SubscriptionDiscount>(SubscriptionDiscountForm);
        shapes.Add<Subscription>(SubscriptionForm);
        shapes.Add<AccountMonth>(AccountMonthForm);
        shapes.Add<AccountMerger>(AccountMergerForm);
        shapes.Add<RevenueRules>(RevenueRulesForm);
        shapes.Add<RetentionOptions>(RetentionOptionsForm);
        shapes.AddValue<RecurringInterval>(RecurringIntervalForm);
        shapes.AddValue<ReactivationRule>(ReactivationRuleForm);
    }

    private static Func<Values<RecurringInterval>, RecurringInterval> RecurringIntervalForm(
        RecordBuilder<RecurringInterval> record)
    {
        var count = record.Optional("count", static x => x.Count, Forms.Count, fallback: 1);
        var isInWeeks = record.Optional("isInWeeks", static x => x.IsInWeeks);
        return values => values.Get(isInWeeks)
            ? RecurringInterval.Weeks(values.Get(count))
            : RecurringInterval.Months(values.Get(count));
    }

    private static Func<Values<ReactivationRule>, ReactivationRule> ReactivationRuleForm(
        RecordBuilder<ReactivationRule> record)
    {
        var months = record.Optional(
            "maxMonthsAway", static x => x.MaxMonthsAway, Forms.Whole(0, 1_200).OrNull());
        return values => values.Get(months) switch
        {
            null => ReactivationRule.Always,
            0 => ReactivationRule.Never,
            { } most => ReactivationRule.Within(most),
        };
    }

    private static Func<Values<SubscriptionDiscount>, SubscriptionDiscount> SubscriptionDiscountForm(
        RecordBuilder<SubscriptionDiscount> record)
    {
        var span = record.Required("span", static x => x.Span);
        var percentOff = record.Optional("percentOff", static x => x.PercentOff, Forms.Share);
        var amountOff = record.Optional("amountOff", static x => x.AmountOff, Forms.NotNegative);
        return values => new SubscriptionDiscount
        {
            Span = values.Get(span),
            PercentOff = values.Get(percentOff),
            AmountOff = values.Get(amountOff),
        };
    }

    private static Func<Values<Subscription>, Subscription> SubscriptionForm(RecordBuilder<Subscription> record)
    {
        var account = record.Required("account", static x => x.Account, Forms.Name);
        var term = record.Required("term", static x => x.Term);
        var amount = record.Required("amount", static x => x.Amount, Forms.NotNegative);
        var interval = record.Optional("interval", static x => x.Interval);
        var id = record.Optional("id", static x => x.Id, Forms.Name!);
        var product = record.Optional("product", static x => x.Product, Forms.Name!);
        var site = record.Optional("site", static x => x.Site, Forms.Name!);
        var segment = record.Optional("segment", static x => x.Segment, Forms.Name!);
        var discounts = record.Optional("discounts", static x => x.Discounts);
        var freePeriods = record.Optional("freePeriods", static x => x.FreePeriods);
        var pauses = record.Optional("pauses", static x => x.Pauses);
        var noticeGiven = record.Optional("noticeGiven", static x => x.NoticeGiven);
        return values => new Subscription
        {
            Account = values.Get(account),
            Term = values.Get(term),
            Amount = values.Get(amount),
            Interval = values.Get(interval),
            Id = values.Get(id),
            Product = values.Get(product),
            Site = values.Get(site),
            Segment = values.Get(segment),
            Discounts = values.Get(discounts),
            FreePeriods = values.Get(freePeriods),
            Pauses = values.Get(pauses),
            NoticeGiven = values.Get(noticeGiven),
        };
    }

    private static Func<Values<AccountMonth>, AccountMonth> AccountMonthForm(RecordBuilder<AccountMonth> record)
    {
        var account = record.Required("account", static x => x.Account, Forms.Name);
        var month = record.Required("month", static x => x.Month);
        var amount = record.Required("amount", static x => x.Amount, Forms.NotNegative);
        var product = record.Optional("product", static x => x.Product, Forms.Name!);
        var site = record.Optional("site", static x => x.Site, Forms.Name!);
        var segment = record.Optional("segment", static x => x.Segment, Forms.Name!);
        return values => new AccountMonth
        {
            Account = values.Get(account),
            Month = values.Get(month),
            Amount = values.Get(amount),
            Product = values.Get(product),
            Site = values.Get(site),
            Segment = values.Get(segment),
        };
    }

    private static Func<Values<AccountMerger>, AccountMerger> AccountMergerForm(RecordBuilder<AccountMerger> record)
    {
        var account = record.Required("account", static x => x.Account, Forms.Name);
        var into = record.Required("into", static x => x.Into, Forms.Name);
        return values => new AccountMerger
        {
            Account = values.Get(account),
            Into = values.Get(into),
        };
    }

    private static Func<Values<RevenueRules>, RevenueRules> RevenueRulesForm(RecordBuilder<RevenueRules> record)
    {
        var measure = record.Optional("measure", static x => x.Measure);
        var rounding = record.Optional("rounding", static x => x.Rounding, fallback: RoundingPolicy.Cents);
        var discounts = record.Optional("discounts", static x => x.Discounts);
        var freePeriods = record.Optional("freePeriods", static x => x.FreePeriods);
        var pauses = record.Optional("pauses", static x => x.Pauses);
        var churnDate = record.Optional("churnDate", static x => x.ChurnDate);
        var segmentConflict = record.Optional("segmentConflict", static x => x.SegmentConflict);
        var mergers = record.Optional("mergers", static x => x.Mergers);
        return values => new RevenueRules
        {
            Measure = values.Get(measure),
            Rounding = values.Get(rounding),
            Discounts = values.Get(discounts),
            FreePeriods = values.Get(freePeriods),
            Pauses = values.Get(pauses),
            ChurnDate = values.Get(churnDate),
            SegmentConflict = values.Get(segmentConflict),
            Mergers = values.Get(mergers),
        };
    }

    private static Func<Values<RetentionOptions>, RetentionOptions> RetentionOptionsForm(
        RecordBuilder<RetentionOptions> record)
    {
        var interval = record.Optional("interval", static x => x.Interval);
        var calendar = record.Optional("calendar", static x => x.Calendar);
        var basis = record.Optional("basis", static x => x.Basis);
        var groupBy = record.Optional("groupBy", static x => x.GroupBy);
        var from = record.Optional("from", static x => x.From);
        var through = record.Optional("through", static x => x.Through);
        var reactivation = record.Optional("reactivation", static x => x.Reactivation);
        var graceMonths = record.Optional("graceMonths", static x => x.GraceMonths, Forms.Whole(0, 1_200));
        var lapse = record.Optional("lapse", static x => x.Lapse);
        var windowMonths = record.Optional("windowMonths", static x => x.WindowMonths, Forms.Months, fallback: 12);
        return values => new RetentionOptions
        {
            Interval = values.Get(interval),
            Calendar = values.Get(calendar),
            Basis = values.Get(basis),
            GroupBy = values.Get(groupBy),
            From = values.Get(from),
            Through = values.Get(through),
            Reactivation = values.Get(reactivation),
            GraceMonths = values.Get(graceMonths),
            Lapse = values.Get(lapse),
            WindowMonths = values.Get(windowMonths),
        };
    }
}
