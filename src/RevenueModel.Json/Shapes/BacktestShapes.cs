using RevenueModel.Forecasting;

namespace RevenueModel.Json;

/// <summary>The JSON forms of forecasts of bookings and their backtests.</summary>
internal static class BacktestShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddEnum<AmountKnown>();
        shapes.Add<BookingsForecastOptions>(BookingsForecastOptionsForm);
        shapes.Add<BookingsForecast>(BookingsForecastForm);
        shapes.AddValue<BookingsTarget>(BookingsTargetForm);
        shapes.Add<JointBookings>(JointBookingsForm);
        shapes.Add<BacktestOptions>(BacktestOptionsForm);
        shapes.Add<BacktestCase>(BacktestCaseForm);
        shapes.Add<Backtest>(BacktestForm);
    }

    private static Func<Values<BookingsForecastOptions>, BookingsForecastOptions> BookingsForecastOptionsForm(
        RecordBuilder<BookingsForecastOptions> record)
    {
        var standard = new BookingsForecastOptions();
        var timingDays = record.Optional("timingDays", static x => x.TimingDays);
        var arrivalDays = record.Optional("arrivalDays", static x => x.ArrivalDays);
        var recordedFrom = record.Optional("closesRecordedFrom", static x => x.ClosesRecordedFrom);
        var bySegment = record.Optional("bySegment", static x => x.BySegment);
        var rho = record.Optional("rho", static x => x.Rho);
        var distribution = record.Optional(
            "distribution", static x => x.Distribution, fallback: standard.Distribution);
        return values => new BookingsForecastOptions
        {
            TimingDays = values.Get(timingDays),
            ArrivalDays = values.Get(arrivalDays),
            ClosesRecordedFrom = values.Get(recordedFrom),
            BySegment = values.Get(bySegment),
            Rho = values.Get(rho),
            Distribution = values.Get(distribution),
        };
    }

    private static Func<Values<BookingsForecast>, BookingsForecast> BookingsForecastForm(
        RecordBuilder<BookingsForecast> record)
    {
        var asOf = record.Required("asOf", static x => x.AsOf);
        var period = record.Required("period", static x => x.Period);
        var won = record.Required("won", static x => x.Won);
        var open = record.Required("open", static x => x.Open);
        var notYetCreated = record.Required("notYetCreated", static x => x.NotYetCreated);
        var total = record.Required("total", static x => x.Total);
        var newDeals = record.Required("newDeals", static x => x.NewDeals);
        var deals = record.Required("deals", static x => x.Deals);
        var openWithoutAmount = record.Required("openWithoutAmount", static x => x.OpenWithoutAmount);
        var wonWithoutAmount = record.Required("wonWithoutAmount", static x => x.WonWithoutAmount);
        var openBeyondHistory = record.Required("openBeyondHistory", static x => x.OpenBeyondHistory);
        return values => new BookingsForecast
        {
            AsOf = values.Get(asOf),
            Period = values.Get(period),
            Won = values.Get(won),
            Open = values.Get(open),
            NotYetCreated = values.Get(notYetCreated),
            Total = values.Get(total),
            NewDeals = values.Get(newDeals),
            Deals = values.Get(deals),
            OpenWithoutAmount = values.Get(openWithoutAmount),
            WonWithoutAmount = values.Get(wonWithoutAmount),
            OpenBeyondHistory = values.Get(openBeyondHistory),
        };
    }

    private static Func<Values<BookingsTarget>, BookingsTarget> BookingsTargetForm(
        RecordBuilder<BookingsTarget> record)
    {
        var period = record.Required("period", static x => x.Period);
        var amount = record.Required("amount", static x => x.Amount);
        return values => new BookingsTarget(values.Get(period), values.Get(amount));
    }

    private static Func<Values<JointBookings>, JointBookings> JointBookingsForm(RecordBuilder<JointBookings> record)
    {
        var targets = record.Required("targets", static x => x.Targets);
        var forecasts = record.Required("forecasts", static x => x.Forecasts);
        var sum = record.Required("sum", static x => x.Sum);
        var reachedCounts = record.Required("reachedCounts", static x => x.ReachedCounts);
        var lowerOfAll = record.Required("lowerOfAll", static x => x.LowerOfAll);
        var upperOfAll = record.Required("upperOfAll", static x => x.UpperOfAll);
        return values => new JointBookings
        {
            Targets = values.Get(targets),
            Forecasts = values.Get(forecasts),
            Sum = values.Get(sum),
            ReachedCounts = values.Get(reachedCounts),
            LowerOfAll = values.Get(lowerOfAll),
            UpperOfAll = values.Get(upperOfAll),
        };
    }

    private static Func<Values<BacktestOptions>, BacktestOptions> BacktestOptionsForm(
        RecordBuilder<BacktestOptions> record)
    {
        var standard = new BacktestOptions { From = default, ObservedThrough = default };
        var from = record.Required("from", static x => x.From);
        var observedThrough = record.Required("observedThrough", static x => x.ObservedThrough);
        var horizonDays = record.Optional("horizonDays", static x => x.HorizonDays, fallback: standard.HorizonDays);
        var stepDays = record.Optional("stepDays", static x => x.StepDays, fallback: standard.StepDays);
        var amounts = record.Optional("amounts", static x => x.Amounts);
        var target = record.Optional("target", static x => x.Target);
        var confidence = record.Optional("confidence", static x => x.Confidence, fallback: standard.Confidence);
        return values => new BacktestOptions
        {
            From = values.Get(from),
            ObservedThrough = values.Get(observedThrough),
            HorizonDays = values.Get(horizonDays),
            StepDays = values.Get(stepDays),
            Amounts = values.Get(amounts),
            Target = values.Get(target),
            Confidence = values.Get(confidence),
        };
    }

    private static Func<Values<BacktestCase>, BacktestCase> BacktestCaseForm(RecordBuilder<BacktestCase> record)
    {
        var asOf = record.Required("asOf", static x => x.AsOf);
        var period = record.Required("period", static x => x.Period);
        var mean = record.Required("mean", static x => x.Mean);
        var p10 = record.Required("p10", static x => x.P10);
        var p50 = record.Required("p50", static x => x.P50);
        var p90 = record.Required("p90", static x => x.P90);
        var actual = record.Required("actual", static x => x.Actual);
        var actualOfNewDeals = record.Required("actualOfNewDeals", static x => x.ActualOfNewDeals);
        var crps = record.Required("crps", static x => x.Crps);
        var pit = record.Required("pit", static x => x.Pit);
        var periodBefore = record.Required("periodBefore", static x => x.PeriodBefore);
        var winRateTimesOpen = record.Optional("winRateTimesOpen", static x => x.WinRateTimesOpen);
        var target = record.Required("target", static x => x.Target);
        var targetProbability = record.Required("targetProbability", static x => x.TargetProbability);
        return values => new BacktestCase
        {
            AsOf = values.Get(asOf),
            Period = values.Get(period),
            Mean = values.Get(mean),
            P10 = values.Get(p10),
            P50 = values.Get(p50),
            P90 = values.Get(p90),
            Actual = values.Get(actual),
            ActualOfNewDeals = values.Get(actualOfNewDeals),
            Crps = values.Get(crps),
            Pit = values.Get(pit),
            PeriodBefore = values.Get(periodBefore),
            WinRateTimesOpen = values.Get(winRateTimesOpen),
            Target = values.Get(target),
            TargetProbability = values.Get(targetProbability),
        };
    }

    private static Func<Values<Backtest>, Backtest> BacktestForm(RecordBuilder<Backtest> record)
    {
        var options = record.Required("options", static x => x.Options);
        var cases = record.Optional("cases", static x => x.Cases);
        var notObserved = record.Optional("notObserved", static x => x.NotObserved);
        var excludedDeals = record.Required("excludedDeals", static x => x.ExcludedDeals);
        var bias = record.Optional("bias", static x => x.Bias);
        var wape = record.Optional("wape", static x => x.Wape);
        var crps = record.Optional("crps", static x => x.Crps);
        var pinballLoss = record.Optional("pinballLoss", static x => x.PinballLoss);
        var intervalScore = record.Optional("intervalScore", static x => x.IntervalScore);
        var coverage = record.Optional("coverage", static x => x.Coverage);
        var pit = record.Optional("pit", static x => x.Pit);
        var brierScore = record.Optional("brierScore", static x => x.BrierScore);
        var reliability = record.Optional("reliability", static x => x.Reliability);
        var overPeriodBefore = record.Optional("skillOverPeriodBefore", static x => x.SkillOverPeriodBefore);
        var overWinRate = record.Optional("skillOverWinRate", static x => x.SkillOverWinRate);
        return values => new Backtest
        {
            Options = values.Get(options),
            Cases = values.Get(cases),
            NotObserved = values.Get(notObserved),
            ExcludedDeals = values.Get(excludedDeals),
            Bias = values.Get(bias),
            Wape = values.Get(wape),
            Crps = values.Get(crps),
            PinballLoss = values.Get(pinballLoss),
            IntervalScore = values.Get(intervalScore),
            Coverage = values.Get(coverage),
            Pit = values.Get(pit),
            BrierScore = values.Get(brierScore),
            Reliability = values.Get(reliability),
            SkillOverPeriodBefore = values.Get(overPeriodBefore),
            SkillOverWinRate = values.Get(overWinRate),
        };
    }
}
