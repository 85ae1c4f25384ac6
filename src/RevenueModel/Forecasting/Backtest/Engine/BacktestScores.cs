using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Scores the forecasts of a backtest together.</summary>
internal static class BacktestScores
{
    private const double LowShare = 0.1;
    private const double HighShare = 0.9;

    /// <summary>Returns the backtest of its cases.</summary>
    public static Backtest Of(
        BacktestOptions options, List<BacktestCase> cases, List<LocalDate> notObserved, int excluded)
    {
        double[] actuals = Column(cases, static one => (double)one.Actual);
        double[] lows = Column(cases, static one => (double)one.P10);
        double[] medians = Column(cases, static one => (double)one.P50);
        double[] highs = Column(cases, static one => (double)one.P90);
        double[] crps = Column(cases, static one => one.Crps);
        double[] probabilities = Column(cases, static one => one.TargetProbability);
        bool[] reached = [.. cases.Select(static one => one.TargetReached)];
        List<BacktestCase> withRate = cases.FindAll(static one => one.WinRateTimesOpen is not null);
        return new Backtest
        {
            Options = options,
            Cases = cases.ToValueList(),
            NotObserved = notObserved.ToValueList(),
            ExcludedDeals = excluded,
            Bias = PointForecastCalculator.Bias(Column(cases, static one => one.Mean), actuals),
            Wape = PointForecastCalculator.Wape(medians, actuals),
            Crps = cases.Count == 0 ? null : crps.Average(),
            PinballLoss = (PinballLossCalculator.MeanLoss(lows, actuals, LowShare)
                + PinballLossCalculator.MeanLoss(medians, actuals, 0.5)
                + PinballLossCalculator.MeanLoss(highs, actuals, HighShare)) / 3,
            IntervalScore = IntervalScoreCalculator.MeanScore(lows, highs, actuals, HighShare - LowShare),
            Coverage = IntervalCoverageCalculator.Measure(
                lows, highs, actuals, options.Overlap, options.Confidence),
            Pit = PitCalculator.Histogram(cases.Select(static one => one.Pit)),
            BrierScore = BrierScoreCalculator.MeanScore(probabilities, reached),
            Reliability = ReliabilityCalculator.Measure(probabilities, reached),
            SkillOverPeriodBefore = SkillCalculator.Compare(
                crps,
                Column(cases, static one => (double)Math.Abs(one.PeriodBefore - one.Actual)),
                options.Overlap,
                options.Confidence),
            SkillOverWinRate = SkillCalculator.Compare(
                Column(withRate, static one => one.Crps),
                Column(withRate, static one => Math.Abs(one.WinRateTimesOpen!.Value - (double)one.Actual)),
                options.Overlap,
                options.Confidence),
        };
    }

    private static double[] Column(List<BacktestCase> cases, Func<BacktestCase, double> value) =>
        [.. cases.Select(value)];
}
