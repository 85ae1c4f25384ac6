using RevenueModel.Pipeline;

namespace RevenueModel.Json;

/// <summary>The JSON forms of the history of deals in the pipeline, and of stale deals.</summary>
internal static class DealHistoryShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddValue<CloseDateChange>(CloseDateChangeForm);
        shapes.Add<DealHistory>(DealHistoryForm);
        shapes.AddValue<StageConversionRate>(StageConversionRateForm);
        shapes.Add<StageCount>(StageCountForm);
        shapes.Add<StageEntry>(StageEntryForm);
        shapes.Add<StageHistory>(StageHistoryForm);
        shapes.Add<StaleDeals>(StaleDealsForm);
    }

    private static Func<Values<StageConversionRate>, StageConversionRate> StageConversionRateForm(
        RecordBuilder<StageConversionRate> record)
    {
        var stage = record.Required("stage", static x => x.Stage);
        var enteredCount = record.Required("enteredCount", static x => x.EnteredCount);
        var advancedCount = record.Required("advancedCount", static x => x.AdvancedCount);
        var wonCount = record.Required("wonCount", static x => x.WonCount);
        var chainWinRate = record.Required("chainWinRate", static x => x.ChainWinRate);
        return values => new StageConversionRate
        {
            Stage = values.Get(stage),
            EnteredCount = values.Get(enteredCount),
            AdvancedCount = values.Get(advancedCount),
            WonCount = values.Get(wonCount),
            ChainWinRate = values.Get(chainWinRate),
        };
    }

    private static Func<Values<StageCount>, StageCount> StageCountForm(RecordBuilder<StageCount> record)
    {
        var stage = record.Required("stage", static x => x.Stage);
        var count = record.Required("count", static x => x.Count);
        var withoutAmountCount = record.Required("withoutAmountCount", static x => x.WithoutAmountCount);
        var amount = record.Required("amount", static x => x.Amount);
        return values => new StageCount(
            values.Get(stage),
            values.Get(count),
            values.Get(withoutAmountCount),
            values.Get(amount));
    }

    private static Func<Values<CloseDateChange>, CloseDateChange> CloseDateChangeForm(
        RecordBuilder<CloseDateChange> record)
    {
        var changed = record.Required("changed", static x => x.Changed);
        var from = record.Optional("from", static x => x.From);
        var to = record.Optional("to", static x => x.To);
        return values => new CloseDateChange(values.Get(changed), values.Get(from), values.Get(to));
    }

    private static Func<Values<DealHistory>, DealHistory> DealHistoryForm(RecordBuilder<DealHistory> record)
    {
        var deal = record.Required("deal", static x => x.Deal);
        var entries = record.Optional("entries", static x => x.Entries);
        var outcome = record.Required("outcome", static x => x.Outcome);
        var closed = record.Optional("closed", static x => x.Closed);
        var closeDateChanges = record.Optional("closeDateChanges", static x => x.CloseDateChanges);
        return values => new DealHistory
        {
            Deal = values.Get(deal),
            Entries = values.Get(entries),
            Outcome = values.Get(outcome),
            Closed = values.Get(closed),
            CloseDateChanges = values.Get(closeDateChanges),
        };
    }

    private static Func<Values<StageEntry>, StageEntry> StageEntryForm(RecordBuilder<StageEntry> record)
    {
        var stage = record.Required("stage", static x => x.Stage);
        var entered = record.Optional("entered", static x => x.Entered);
        var left = record.Optional("left", static x => x.Left);
        return values => new StageEntry
        {
            Stage = values.Get(stage),
            Entered = values.Get(entered),
            Left = values.Get(left),
        };
    }

    private static Func<Values<StageHistory>, StageHistory> StageHistoryForm(RecordBuilder<StageHistory> record)
    {
        var stages = record.Required("stages", static x => x.Stages);
        var outcome = record.Required("outcome", static x => x.Outcome);
        return values => new StageHistory
        {
            Stages = values.Get(stages),
            Outcome = values.Get(outcome),
        };
    }

    private static Func<Values<StaleDeals>, StaleDeals> StaleDealsForm(RecordBuilder<StaleDeals> record)
    {
        var asOf = record.Required("asOf", static x => x.AsOf);
        var longestClosedCycleDays = record.Required(
            "longestClosedCycleDays", static x => x.LongestClosedCycleDays);
        var deals = record.Required("deals", static x => x.Deals);
        var withoutAgeCount = record.Required("withoutAgeCount", static x => x.WithoutAgeCount);
        return values => new StaleDeals
        {
            AsOf = values.Get(asOf),
            LongestClosedCycleDays = values.Get(longestClosedCycleDays),
            Deals = values.Get(deals),
            WithoutAgeCount = values.Get(withoutAgeCount),
        };
    }
}
