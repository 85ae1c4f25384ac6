using RevenueModel.Forecasting;

namespace RevenueModel.Json;

/// <summary>The JSON forms of the deal clock and of close timing.</summary>
internal static class TimingShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<FreezeWindow>(FreezeWindowForm);
        shapes.Add<DeadlinePull>(DeadlinePullForm);
        shapes.Add<DealScope>(DealScopeForm);
        shapes.Add<DealClock>(DealClockForm);
        shapes.AddValue<CloseTimingCounts>(CloseTimingCountsForm);
        shapes.AddValue<CloseTimingCredibility>(CloseTimingCredibilityForm);
        shapes.AddValue<CloseProbability>(CloseProbabilityForm);
        shapes.Add<CloseTiming>(CloseTimingForm);
        shapes.AddValue<DealClosePeriod>(DealClosePeriodForm);
        shapes.Add<DealCloseSchedule>(DealCloseScheduleForm);
        shapes.AddValue<ClosePeriodTotal>(ClosePeriodTotalForm);
        shapes.Add<CloseSchedule>(CloseScheduleForm);
    }

    private static Func<Values<FreezeWindow>, FreezeWindow> FreezeWindowForm(RecordBuilder<FreezeWindow> record)
    {
        var days = record.Required("days", static x => x.Days);
        var scope = record.Optional("scope", static x => x.Scope, Forms.Name!);
        var reason = record.Optional("reason", static x => x.Reason, Forms.Name!);
        return values => new FreezeWindow
        {
            Days = values.Get(days),
            Scope = values.Get(scope),
            Reason = values.Get(reason),
        };
    }

    private static Func<Values<DeadlinePull>, DeadlinePull> DeadlinePullForm(RecordBuilder<DeadlinePull> record)
    {
        var regulation = record.Required("regulation", static x => x.Regulation, Forms.Name);
        var days = record.Required("days", static x => x.Days);
        var multiplier = record.Required("multiplier", static x => x.Multiplier, Forms.NotNegative);
        return values => new DeadlinePull
        {
            Regulation = values.Get(regulation),
            Days = values.Get(days),
            Multiplier = values.Get(multiplier),
        };
    }

    private static Func<Values<DealScope>, DealScope> DealScopeForm(RecordBuilder<DealScope> record)
    {
        var names = record.Optional("names", static x => x.Names, Forms.List(Forms.Name));
        var regulation = record.Optional("regulation", static x => x.Regulation, Forms.Name!);
        return values => new DealScope
        {
            Names = values.Get(names),
            Regulation = values.Get(regulation),
        };
    }

    private static Func<Values<DealClock>, DealClock> DealClockForm(RecordBuilder<DealClock> record)
    {
        var freezes = record.Optional("freezes", static x => x.Freezes);
        var pulls = record.Optional("pulls", static x => x.Pulls);
        return values => new DealClock
        {
            Freezes = values.Get(freezes),
            Pulls = values.Get(pulls),
        };
    }

    private static Func<Values<CloseTimingCounts>, CloseTimingCounts> CloseTimingCountsForm(
        RecordBuilder<CloseTimingCounts> record)
    {
        var won = record.Optional("won", static x => x.Won, Forms.CountOrZero);
        var lost = record.Optional("lost", static x => x.Lost, Forms.CountOrZero);
        var open = record.Optional("open", static x => x.Open, Forms.CountOrZero);
        var withoutCreated = record.Optional("withoutCreated", static x => x.WithoutCreated, Forms.CountOrZero);
        var createdLater = record.Optional("createdLater", static x => x.CreatedLater, Forms.CountOrZero);
        var closedWithoutDate = record.Optional(
            "closedWithoutDate", static x => x.ClosedWithoutDate, Forms.CountOrZero);
        var closedEarlier = record.Optional("closedEarlier", static x => x.ClosedEarlier, Forms.CountOrZero);
        return values => new CloseTimingCounts(
            values.Get(won),
            values.Get(lost),
            values.Get(open),
            values.Get(withoutCreated),
            values.Get(createdLater),
            values.Get(closedWithoutDate),
            values.Get(closedEarlier));
    }

    private static Func<Values<CloseTimingCredibility>, CloseTimingCredibility> CloseTimingCredibilityForm(
        RecordBuilder<CloseTimingCredibility> record)
    {
        var pseudoDeals = record.Optional("pseudoDeals", static x => x.PseudoDeals);
        var weight = record.Required("weight", static x => x.Weight);
        return values => new CloseTimingCredibility(values.Get(pseudoDeals), values.Get(weight));
    }

    private static Func<Values<CloseProbability>, CloseProbability> CloseProbabilityForm(
        RecordBuilder<CloseProbability> record)
    {
        var age = record.Required("age", static x => x.Age);
        var days = record.Required("days", static x => x.Days);
        var observedDays = record.Required("observedDays", static x => x.ObservedDays);
        var won = record.Required("won", static x => x.Won);
        var lost = record.Required("lost", static x => x.Lost);
        var interval = record.Optional("interval", static x => x.Interval);
        return values => new CloseProbability(
            values.Get(age),
            values.Get(days),
            values.Get(observedDays),
            values.Get(won),
            values.Get(lost),
            values.Get(interval));
    }

    private static Func<Values<CloseTiming>, CloseTiming> CloseTimingForm(RecordBuilder<CloseTiming> record)
    {
        var asOf = record.Required("asOf", static x => x.AsOf);
        var table = record.Optional("table", static x => x.Table);
        var counts = record.Required("counts", static x => x.Counts);
        var credibility = record.Optional("credibility", static x => x.Credibility);
        return values => new CloseTiming(
            values.Get(asOf),
            values.Get(table),
            values.Get(counts),
            values.Get(credibility));
    }

    private static Func<Values<DealClosePeriod>, DealClosePeriod> DealClosePeriodForm(
        RecordBuilder<DealClosePeriod> record)
    {
        var period = record.Required("period", static x => x.Period);
        var clockDays = record.Required("clockDays", static x => x.ClockDays);
        var observedDays = record.Required("observedDays", static x => x.ObservedDays);
        var won = record.Required("won", static x => x.Won);
        var lost = record.Required("lost", static x => x.Lost);
        var wonByEnd = record.Required("wonByEnd", static x => x.WonByEnd);
        return values => new DealClosePeriod(
            values.Get(period),
            values.Get(clockDays),
            values.Get(observedDays),
            values.Get(won),
            values.Get(lost),
            values.Get(wonByEnd));
    }

    private static Func<Values<DealCloseSchedule>, DealCloseSchedule> DealCloseScheduleForm(
        RecordBuilder<DealCloseSchedule> record)
    {
        var deal = record.Required("deal", static x => x.Deal, Forms.Name);
        var amount = record.Optional("amount", static x => x.Amount);
        var age = record.Required("age", static x => x.Age);
        var periods = record.Required("periods", static x => x.Periods);
        return values => new DealCloseSchedule
        {
            Deal = values.Get(deal),
            Amount = values.Get(amount),
            Age = values.Get(age),
            Periods = values.Get(periods),
        };
    }

    private static Func<Values<ClosePeriodTotal>, ClosePeriodTotal> ClosePeriodTotalForm(
        RecordBuilder<ClosePeriodTotal> record)
    {
        var period = record.Required("period", static x => x.Period);
        var expectedWins = record.Required("expectedWins", static x => x.ExpectedWins);
        var expectedAmount = record.Required("expectedAmount", static x => x.ExpectedAmount);
        var notFullyObserved = record.Required("notFullyObserved", static x => x.NotFullyObserved);
        return values => new ClosePeriodTotal(
            values.Get(period),
            values.Get(expectedWins),
            values.Get(expectedAmount),
            values.Get(notFullyObserved));
    }

    private static Func<Values<CloseSchedule>, CloseSchedule> CloseScheduleForm(RecordBuilder<CloseSchedule> record)
    {
        var asOf = record.Required("asOf", static x => x.AsOf);
        var periods = record.Required("periods", static x => x.Periods);
        var deals = record.Required("deals", static x => x.Deals);
        var counts = record.Required("counts", static x => x.Counts);
        return values => new CloseSchedule
        {
            AsOf = values.Get(asOf),
            Periods = values.Get(periods),
            Deals = values.Get(deals),
            Counts = values.Get(counts),
        };
    }
}
