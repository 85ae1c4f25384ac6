using RevenueModel.Architectures;

namespace RevenueModel.Json;

/// <summary>The JSON forms of notes, lists, diagrams and failure modes of architectures.</summary>
internal static class ArchitectureNoteShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddEnum<NoteKind>();
        shapes.AddEnum<FailureMeasure>();
        shapes.Add<FigureNote>(FigureNoteForm);
        shapes.Add<FigureRestatement>(FigureRestatementForm);
        shapes.Add<SectionList>(SectionListForm);
        shapes.Add<ListBySection>(ListBySectionForm);
        shapes.Add<NameGroup>(NameGroupForm);
        shapes.Add<FlowEdge>(FlowEdgeForm);
        shapes.Add<PublishedFlow>(PublishedFlowForm);
        shapes.Add<FailureEffect>(FailureEffectForm);
        shapes.Add<PublishedFailureMode>(PublishedFailureModeForm);
    }

    private static Func<Values<FigureNote>, FigureNote> FigureNoteForm(RecordBuilder<FigureNote> record)
    {
        var subject = record.Required("subject", static x => x.Subject, Forms.Name);
        var figure = record.Optional("figure", static x => x.Figure, Forms.Name!);
        var kind = record.Optional("kind", static x => x.Kind);
        var text = record.Required("text", static x => x.Text, Forms.Name);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new FigureNote
        {
            Subject = values.Get(subject),
            Figure = values.Get(figure),
            Kind = values.Get(kind),
            Text = values.Get(text),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<FigureRestatement>, FigureRestatement> FigureRestatementForm(
        RecordBuilder<FigureRestatement> record)
    {
        var subject = record.Required("subject", static x => x.Subject, Forms.Name);
        var figure = record.Required("figure", static x => x.Figure, Forms.Name);
        var value = record.Optional("value", static x => x.Value, Forms.AmountBand.OrNull());
        var text = record.Optional("text", static x => x.Text, Forms.Name!);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new FigureRestatement
        {
            Subject = values.Get(subject),
            Figure = values.Get(figure),
            Value = values.Get(value),
            Text = values.Get(text),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<SectionList>, SectionList> SectionListForm(RecordBuilder<SectionList> record)
    {
        var section = record.Required("section", static x => x.Section, Forms.Name);
        var names = record.Optional("names", static x => x.Names);
        return values => new SectionList
        {
            Section = values.Get(section),
            Names = values.Get(names),
        };
    }

    private static Func<Values<ListBySection>, ListBySection> ListBySectionForm(RecordBuilder<ListBySection> record)
    {
        var subject = record.Required("subject", static x => x.Subject, Forms.Name);
        var lists = record.Optional("lists", static x => x.Lists);
        return values => new ListBySection
        {
            Subject = values.Get(subject),
            Lists = values.Get(lists),
        };
    }

    private static Func<Values<NameGroup>, NameGroup> NameGroupForm(RecordBuilder<NameGroup> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var members = record.Optional("members", static x => x.Members);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new NameGroup
        {
            Name = values.Get(name),
            Members = values.Get(members),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<FlowEdge>, FlowEdge> FlowEdgeForm(RecordBuilder<FlowEdge> record)
    {
        var from = record.Required("from", static x => x.From, Forms.Name);
        var to = record.Required("to", static x => x.To, Forms.Name);
        var label = record.Optional("label", static x => x.Label, Forms.Name!);
        return values => new FlowEdge
        {
            From = values.Get(from),
            To = values.Get(to),
            Label = values.Get(label),
        };
    }

    private static Func<Values<PublishedFlow>, PublishedFlow> PublishedFlowForm(RecordBuilder<PublishedFlow> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var edges = record.Optional("edges", static x => x.Edges);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new PublishedFlow
        {
            Name = values.Get(name),
            Edges = values.Get(edges),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<FailureEffect>, FailureEffect> FailureEffectForm(RecordBuilder<FailureEffect> record)
    {
        var measure = record.Required("measure", static x => x.Measure);
        var value = record.Required("value", static x => x.Value, Forms.AmountBand);
        var insteadOf = record.Optional("insteadOf", static x => x.InsteadOf, Forms.AmountBand.OrNull());
        var segment = record.Optional("segment", static x => x.Segment, Forms.Name!);
        var isApproximate = record.Optional("isApproximate", static x => x.IsApproximate);
        return values => new FailureEffect
        {
            Measure = values.Get(measure),
            Value = values.Get(value),
            InsteadOf = values.Get(insteadOf),
            Segment = values.Get(segment),
            IsApproximate = values.Get(isApproximate),
        };
    }

    private static Func<Values<PublishedFailureMode>, PublishedFailureMode> PublishedFailureModeForm(
        RecordBuilder<PublishedFailureMode> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var segments = record.Optional("segments", static x => x.Segments);
        var effects = record.Optional("effects", static x => x.Effects);
        var consequences = record.Optional("consequences", static x => x.Consequences);
        var signs = record.Optional("signs", static x => x.Signs);
        var fixes = record.Optional("fixes", static x => x.Fixes);
        var ranks = record.Optional("ranks", static x => x.Ranks);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new PublishedFailureMode
        {
            Name = values.Get(name),
            Segments = values.Get(segments),
            Effects = values.Get(effects),
            Consequences = values.Get(consequences),
            Signs = values.Get(signs),
            Fixes = values.Get(fixes),
            Ranks = values.Get(ranks),
            Citation = values.Get(citation),
        };
    }
}
