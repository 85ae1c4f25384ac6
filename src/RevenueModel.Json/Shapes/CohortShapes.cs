using RevenueModel.Expansion;

namespace RevenueModel.Json;

/// <summary>The JSON forms of installed cohorts and their projection.</summary>
internal static class CohortShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<InstalledCohort>(InstalledCohortForm);
        shapes.Add<CohortSurvival>(CohortSurvivalForm);
        shapes.AddValue<ProjectedMonth>(ProjectedMonthForm);
        shapes.Add<CohortProjection>(CohortProjectionForm);
        shapes.Add<NrrComparison>(NrrComparisonForm);
    }

    private static Func<Values<InstalledCohort>, InstalledCohort> InstalledCohortForm(
        RecordBuilder<InstalledCohort> record)
    {
        var start = record.Required("start", static x => x.Start);
        var arr = record.Required("arr", static x => x.Arr, Forms.NotNegative);
        return values => InstalledCohort.Of(values.Get(start), values.Get(arr));
    }

    private static Func<Values<CohortSurvival>, CohortSurvival> CohortSurvivalForm(
        RecordBuilder<CohortSurvival> record)
    {
        var retention = record.Optional("retention", static x => x.Retention, fallback: 1);
        var termMonths = record.Optional("termMonths", static x => x.TermMonths, Forms.CountOrZero);
        var monthlyShares = record.Optional("monthlyShares", static x => x.MonthlyShares);
        return values =>
        {
            if (!values.Get(monthlyShares).IsEmpty)
            {
                values.Refuse("beside shares by month", retention, termMonths);
                return CohortSurvival.Monthly(values.Get(monthlyShares).AsSpan());
            }

            return values.Get(termMonths) is var months and > 0
                ? CohortSurvival.AtRenewals(values.Get(retention), months)
                : CohortSurvival.Yearly(values.Get(retention));
        };
    }

    private static Func<Values<ProjectedMonth>, ProjectedMonth> ProjectedMonthForm(
        RecordBuilder<ProjectedMonth> record)
    {
        var month = record.Required("month", static x => x.Month);
        var arr = record.Required("arr", static x => x.Arr);
        var survivingArr = record.Required("survivingArr", static x => x.SurvivingArr);
        var nrr = record.Optional("nrr", static x => x.Nrr);
        var grr = record.Optional("grr", static x => x.Grr);
        return values => new ProjectedMonth(
            values.Get(month),
            values.Get(arr),
            values.Get(survivingArr),
            values.Get(nrr),
            values.Get(grr));
    }

    private static Func<Values<CohortProjection>, CohortProjection> CohortProjectionForm(
        RecordBuilder<CohortProjection> record)
    {
        var curve = record.Required("curve", static x => x.Curve);
        var survival = record.Required("survival", static x => x.Survival);
        var cohorts = record.Optional("cohorts", static x => x.Cohorts);
        var months = record.Required("months", static x => x.Months);
        return values => values.Get(months).IsEmpty
            ? throw values.Refused("was empty; at least one month is expected", months)
            : new CohortProjection(
                values.Get(curve), values.Get(survival), values.Get(cohorts), values.Get(months));
    }

    private static Func<Values<NrrComparison>, NrrComparison> NrrComparisonForm(RecordBuilder<NrrComparison> record)
    {
        var published = record.Required("published", static x => x.Published);
        var fromMonth = record.Required("fromMonth", static x => x.FromMonth);
        var toMonth = record.Required("toMonth", static x => x.ToMonth);
        var multiple = record.Required("multiple", static x => x.Multiple);
        var survival = record.Required("survival", static x => x.Survival);
        return values => new NrrComparison(
            values.Get(published),
            values.Get(fromMonth),
            values.Get(toMonth),
            values.Get(multiple),
            values.Get(survival));
    }
}
