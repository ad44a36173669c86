export * from '../../dev/samples/story';
