using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Creates the notes of the published architectures.</summary>
internal static class NoteList
{
    /// <summary>Creates a note for each text.</summary>
    public static FigureNote[] Of(
        Citation citation, string subject, string? figure, NoteKind kind, ReadOnlySpan<string> texts)
    {
        var notes = new FigureNote[texts.Length];
        for (int i = 0; i < notes.Length; i++)
        {
            notes[i] = new FigureNote
            {
                Subject = subject,
                Figure = figure,
                Kind = kind,
                Text = texts[i],
                Citation = citation,
            };
        }

        return notes;
    }
}
