package hilft.forum.search.upkeep;

import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.index.SearchIndex;
import hilft.forum.search.index.Vectors;
import java.util.Set;

/** Where indexes are kept side by side, each under its name: files of this node, or a cluster that all nodes share. */
interface IndexPlace {

    /** The kind of place, as the database names it; at most 20 characters. */
    String kind();

    /** Whether other nodes, perhaps of another release, keep indexes in the same place. */
    boolean isShared();

    /**
     * Takes the place for this process, if it has not been taken yet, and sees whether it is there. False when another
     * process fills the indexes and this one may only ask them.
     *
     * @throws PlaceProblem when it cannot be had now; trying again later makes sense
     */
    boolean take();

    /** Whether indexes that are made here can hold vectors; as of the last {@link #take}. */
    boolean holdsVectors();

    /** The names of the indexes that are there, in a set of the caller's. */
    Set<String> names();

    /** Makes room for an index; nothing is there under this name. */
    void make(String name);

    /** Opens an index that is there. */
    SearchIndex open(String name, int dimension, Analysis analysis, Vectors vectors);

    /** Whether the index is still there; cheap, asked every second. */
    boolean has(String name);

    /**
     * How far the index itself remembers to have followed the changes, 0 if it does not: a database that knows of less has
     * been put back to an earlier day.
     */
    long position(String name);

    /** Lets the index remember what the database knows already. */
    void position(String name, long position);

    /** Whether everything the index holds can be read; takes as long as reading all of it. */
    boolean isSound(String name);

    /** Removes an index that is not open. */
    void remove(String name);

    /** Lets other processes take the place. */
    void leave();
}
