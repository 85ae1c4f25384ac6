using RevenueModel.Architectures;

namespace RevenueModel.Json;

/// <summary>The JSON forms of consistency reviews.</summary>
internal static class ConsistencyShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddEnum<ConsistencyRule>();
        shapes.AddEnum<ConsistencyVerdict>();
        shapes.AddEnum<FigureUnit>();
        shapes.Add<PrintedFigure>(PrintedFigureForm);
        shapes.Add<ImpliedFigure>(ImpliedFigureForm);
        shapes.Add<ConsistencyCheck>(ConsistencyCheckForm);
        shapes.Add<ConsistencyReport>(ConsistencyReportForm);
    }

    private static Func<Values<PrintedFigure>, PrintedFigure> PrintedFigureForm(RecordBuilder<PrintedFigure> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var value = record.Optional("value", static x => x.Value);
        var unit = record.Optional("unit", static x => x.Unit);
        var text = record.Optional("text", static x => x.Text, Forms.Name!);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new PrintedFigure
        {
            Name = values.Get(name),
            Value = values.Get(value),
            Unit = values.Get(unit),
            Text = values.Get(text),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<ImpliedFigure>, ImpliedFigure> ImpliedFigureForm(RecordBuilder<ImpliedFigure> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var value = record.Optional("value", static x => x.Value);
        var unit = record.Optional("unit", static x => x.Unit);
        var formula = record.Required("formula", static x => x.Formula, Forms.Name);
        return values => new ImpliedFigure
        {
            Name = values.Get(name),
            Value = values.Get(value),
            Unit = values.Get(unit),
            Formula = values.Get(formula),
        };
    }

    private static Func<Values<ConsistencyCheck>, ConsistencyCheck> ConsistencyCheckForm(
        RecordBuilder<ConsistencyCheck> record)
    {
        var rule = record.Required("rule", static x => x.Rule);
        var subject = record.Required("subject", static x => x.Subject, Forms.Name);
        var verdict = record.Required("verdict", static x => x.Verdict);
        var printed = record.Optional("printed", static x => x.Printed);
        var implied = record.Optional("implied", static x => x.Implied);
        return values => new ConsistencyCheck
        {
            Rule = values.Get(rule),
            Subject = values.Get(subject),
            Verdict = values.Get(verdict),
            Printed = values.Get(printed),
            Implied = values.Get(implied),
        };
    }

    private static Func<Values<ConsistencyReport>, ConsistencyReport> ConsistencyReportForm(
        RecordBuilder<ConsistencyReport> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var checks = record.Optional("checks", static x => x.Checks);
        return values => new ConsistencyReport
        {
            Name = values.Get(name),
            Checks = values.Get(checks),
        };
    }
}
