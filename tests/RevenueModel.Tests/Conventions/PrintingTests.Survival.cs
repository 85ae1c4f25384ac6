using RevenueModel.Retention;
using RevenueModel.Statistics;

namespace RevenueModel.Tests.Conventions;

/// <summary>The records of survival and of models of renewals.</summary>
public partial class PrintingTests
{
    private static IEnumerable<object> SurvivalRecords()
    {
        SurvivalSubject[] subjects =
        [
            new() { Time = 1_234.5m, Cause = 1, Entry = 0.5m, Weight = 1_000.25m },
            new() { Time = 2_345.5m, Cause = 2, Weight = 2.5m },
            new() { Time = 3_456.25m, Weight = 0.75m },
        ];
        SurvivalTable table = SurvivalTableCalculator.Tabulate(subjects);
        SurvivalCurve curve = KaplanMeierCalculator.Measure(table);
        CumulativeHazard hazard = NelsonAalenCalculator.Measure(table);
        CumulativeIncidence incidence = CumulativeIncidenceCalculator.Measure(table);
        LogRankTest test = LogRankCalculator.Compare(table, table);
        RenewalCohort cohort = RenewalCohort.Of(12_345.5m, 10_000.25m, 8_500m, 7_600.5m, 7_000m);
        ShiftedBetaGeometricFit fit = ShiftedBetaGeometricCalculator.Fit([cohort]);
        BetaDiscreteWeibullFit weibull = BetaDiscreteWeibullCalculator.Fit(cohort);
        return
        [
            .. subjects, table, .. table.Rows, curve, .. curve.Steps.Select(step => (object)step), hazard,
            .. hazard.Steps.Select(step => (object)step), incidence,
            .. incidence.Steps.Select(step => (object)step), incidence.Steps[0].Causes[0],
            KaplanMeierCalculator.Median(curve), KaplanMeierCalculator.RestrictedMean(curve)!.Value,
            test, test.Groups[0], cohort, fit, fit.Model, ShiftedBetaGeometric.Geometric(0.125),
            ShiftedBetaGeometricCalculator.Project(fit, 2)[2], weibull, weibull.Model!, weibull.Test!,
        ];
    }
}
