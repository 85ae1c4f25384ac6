using RevenueModel.Retention;

namespace RevenueModel.Json;

/// <summary>The JSON forms of bridges, retention rates, cohorts and targets.</summary>
internal static class RetentionShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<BridgePeriod>(BridgePeriodForm);
        shapes.Add<ArrBridge>(ArrBridgeForm);
        shapes.Add<RetentionTotals>(RetentionTotalsForm);
        shapes.Add<RetentionFigure>(RetentionFigureForm);
        shapes.Add<RetentionContribution>(RetentionContributionForm);
        shapes.Add<Cohort>(CohortForm);
        shapes.Add<CohortTriangle>(CohortTriangleForm);
        shapes.Add<RetentionAnalysis>(RetentionAnalysisForm);
        shapes.Add<RetentionTarget>(RetentionTargetForm);
        shapes.Add<RetentionTargetComparison>(RetentionTargetComparisonForm);
    }

    private static Func<Values<BridgePeriod>, BridgePeriod> BridgePeriodForm(RecordBuilder<BridgePeriod> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var first = record.Required("first", static x => x.First);
        var last = record.Required("last", static x => x.Last);
        return values => new BridgePeriod(
            values.Get(name),
            values.Get(first),
            values.Get(last));
    }

    private static Func<Values<ArrBridge>, ArrBridge> ArrBridgeForm(RecordBuilder<ArrBridge> record)
    {
        var period = record.Required("period", static x => x.Period);
        var group = record.Optional("group", static x => x.Group);
        var opening = record.Required("opening", static x => x.Opening);
        var added = record.Optional("new", static x => x.New);
        var expansion = record.Optional("expansion", static x => x.Expansion);
        var contraction = record.Optional("contraction", static x => x.Contraction);
        var churn = record.Optional("churn", static x => x.Churn);
        var reactivation = record.Optional("reactivation", static x => x.Reactivation);
        var lateRenewal = record.Optional("lateRenewal", static x => x.LateRenewal);
        var openingCount = record.Optional("openingCount", static x => x.OpeningCount);
        var newCount = record.Optional("newCount", static x => x.NewCount);
        var expansionCount = record.Optional("expansionCount", static x => x.ExpansionCount);
        var contractionCount = record.Optional("contractionCount", static x => x.ContractionCount);
        var churnCount = record.Optional("churnCount", static x => x.ChurnCount);
        var reactivationCount = record.Optional("reactivationCount", static x => x.ReactivationCount);
        var lateRenewalCount = record.Optional("lateRenewalCount", static x => x.LateRenewalCount);
        return values => new ArrBridge
        {
            Period = values.Get(period),
            Group = values.Get(group),
            Opening = values.Get(opening),
            New = values.Get(added),
            Expansion = values.Get(expansion),
            Contraction = values.Get(contraction),
            Churn = values.Get(churn),
            Reactivation = values.Get(reactivation),
            LateRenewal = values.Get(lateRenewal),
            OpeningCount = values.Get(openingCount),
            NewCount = values.Get(newCount),
            ExpansionCount = values.Get(expansionCount),
            ContractionCount = values.Get(contractionCount),
            ChurnCount = values.Get(churnCount),
            ReactivationCount = values.Get(reactivationCount),
            LateRenewalCount = values.Get(lateRenewalCount),
        };
    }

    private static Func<Values<RetentionTotals>, RetentionTotals> RetentionTotalsForm(
        RecordBuilder<RetentionTotals> record)
    {
        var from = record.Required("from", static x => x.From);
        var through = record.Required("through", static x => x.Through);
        var group = record.Optional("group", static x => x.Group);
        var opening = record.Required("opening", static x => x.Opening);
        var ending = record.Required("ending", static x => x.Ending);
        var grossEnding = record.Required("grossEnding", static x => x.GrossEnding);
        var openingCount = record.Required("openingCount", static x => x.OpeningCount);
        var retainedCount = record.Required("retainedCount", static x => x.RetainedCount);
        var expandedCount = record.Optional("expandedCount", static x => x.ExpandedCount);
        var contractedCount = record.Optional("contractedCount", static x => x.ContractedCount);
        return values => new RetentionTotals
        {
            From = values.Get(from),
            Through = values.Get(through),
            Group = values.Get(group),
            Opening = values.Get(opening),
            Ending = values.Get(ending),
            GrossEnding = values.Get(grossEnding),
            OpeningCount = values.Get(openingCount),
            RetainedCount = values.Get(retainedCount),
            ExpandedCount = values.Get(expandedCount),
            ContractedCount = values.Get(contractedCount),
        };
    }

    private static Func<Values<RetentionFigure>, RetentionFigure> RetentionFigureForm(
        RecordBuilder<RetentionFigure> record)
    {
        var method = record.Required("method", static x => x.Method);
        var from = record.Required("from", static x => x.From);
        var through = record.Required("through", static x => x.Through);
        var nrr = record.Optional("nrr", static x => x.Nrr);
        var grr = record.Optional("grr", static x => x.Grr);
        return values => new RetentionFigure(
            values.Get(method),
            values.Get(from),
            values.Get(through),
            values.Get(nrr),
            values.Get(grr));
    }

    private static Func<Values<RetentionContribution>, RetentionContribution> RetentionContributionForm(
        RecordBuilder<RetentionContribution> record)
    {
        var name = record.Optional("name", static x => x.Name);
        var segment = record.Optional("segment", static x => x.Segment);
        var count = record.Required("count", static x => x.Count);
        var opening = record.Required("opening", static x => x.Opening);
        var ending = record.Required("ending", static x => x.Ending);
        var cohortOpening = record.Required("cohortOpening", static x => x.CohortOpening);
        return values => new RetentionContribution(
            values.Get(name),
            values.Get(segment),
            values.Get(count),
            values.Get(opening),
            values.Get(ending),
            values.Get(cohortOpening));
    }

    private static Func<Values<Cohort>, Cohort> CohortForm(RecordBuilder<Cohort> record)
    {
        var start = record.Required("start", static x => x.Start);
        var startedCount = record.Required("startedCount", static x => x.StartedCount);
        var amounts = record.Optional("amounts", static x => x.Amounts);
        var logos = record.Optional("logos", static x => x.Logos);
        return values => new Cohort(
            values.Get(start),
            values.Get(startedCount),
            values.Get(amounts),
            values.Get(logos));
    }

    private static Func<Values<CohortTriangle>, CohortTriangle> CohortTriangleForm(
        RecordBuilder<CohortTriangle> record)
    {
        var group = record.Optional("group", static x => x.Group);
        var cohorts = record.Optional("cohorts", static x => x.Cohorts);
        return values => new CohortTriangle(
            values.Get(group),
            values.Get(cohorts));
    }

    private static Func<Values<RetentionAnalysis>, RetentionAnalysis> RetentionAnalysisForm(
        RecordBuilder<RetentionAnalysis> record)
    {
        var bridge = record.Optional("bridge", static x => x.Bridge);
        var windows = record.Optional("windows", static x => x.Windows);
        var triangles = record.Optional("triangles", static x => x.Triangles);
        return values => new RetentionAnalysis(
            values.Get(bridge),
            values.Get(windows),
            values.Get(triangles));
    }

    private static Func<Values<RetentionTarget>, RetentionTarget> RetentionTargetForm(
        RecordBuilder<RetentionTarget> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var nrr = record.Required("nrr", static x => x.Nrr, Forms.RatioBand);
        var scope = record.Optional("scope", static x => x.Scope);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new RetentionTarget
        {
            Name = values.Get(name),
            Nrr = values.Get(nrr),
            Scope = values.Get(scope),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<RetentionTargetComparison>, RetentionTargetComparison> RetentionTargetComparisonForm(
        RecordBuilder<RetentionTargetComparison> record)
    {
        var target = record.Required("target", static x => x.Target);
        var measured = record.Optional("measured", static x => x.Measured);
        var accountCount = record.Required("accountCount", static x => x.AccountCount);
        return values => new RetentionTargetComparison(
            values.Get(target),
            values.Get(measured),
            values.Get(accountCount));
    }
}
